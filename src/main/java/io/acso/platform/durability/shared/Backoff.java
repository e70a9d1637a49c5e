package io.acso.platform.durability.shared;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a message waits after a delivery that was not acknowledged. */
public final class Backoff {

    private final long baseMicros;
    private final long mostMicros;
    private final RandomGenerator random;

    public Backoff(Duration base, Duration most, RandomGenerator random) {
        this.baseMicros = base.toNanos() / 1_000;
        this.mostMicros = most.toNanos() / 1_000;
        this.random = random;
    }

    /** The longest that it waits, in microseconds. */
    public long most() {
        return mostMicros;
    }

    /** Doubles with each attempt up to the most; half of it is chance, so that failures do not return in step. */
    public long micros(int attempt) {
        int doublings = Math.min(attempt - 1, Long.numberOfLeadingZeros(baseMicros | 1) - 1);
        long full = Math.min(baseMicros << doublings, mostMicros);
        return full < 2 ? full : full - random.nextLong(full / 2);
    }
}
