package io.acso.platform.durability.embedded;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** How long a message waits after a delivery that was not acknowledged. */
final class Backoff {

    private final long baseMicros;
    private final long mostMicros;
    private final RandomGenerator random;

    Backoff(Settings settings) {
        this.baseMicros = settings.backoffBase().toNanos() / 1_000;
        this.mostMicros = settings.backoffMost().toNanos() / 1_000;
        this.random = new SplittableRandom(settings.seed());
    }

    long most() {
        return mostMicros;
    }

    /** Doubles with each attempt up to the most; half of it is chance, so that failures do not return in step. */
    long micros(int attempt) {
        int doublings = Math.min(attempt - 1, Long.numberOfLeadingZeros(baseMicros | 1) - 1);
        long full = Math.min(baseMicros << doublings, mostMicros);
        return full < 2 ? full : full - random.nextLong(full / 2);
    }
}
