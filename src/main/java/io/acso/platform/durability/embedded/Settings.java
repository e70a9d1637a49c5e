package io.acso.platform.durability.embedded;

import java.time.Duration;

/**
 * How the embedded durability behaves.
 *
 * @param backoffBase wait before the first redelivery; doubles with every further one, less up to half by chance
 * @param backoffMost the longest wait before a redelivery
 * @param maxAttempts deliveries after which a message becomes a dead letter
 * @param inboxRetention how long the ids of acknowledged messages are remembered, so that a copy is dropped
 * @param indexLag how long index reads may miss a commit; zero for none, more to test callers against lag
 * @param pulse the longest time between two looks at the clock for due timers and leases
 * @param readers connections that read at the same time, each with a thread
 * @param mostBytes the size that the database may grow to; zero for as large as the disk
 * @param seed of the chance in backoffs
 */
public record Settings(
        Duration backoffBase,
        Duration backoffMost,
        int maxAttempts,
        Duration inboxRetention,
        Duration indexLag,
        Duration pulse,
        int readers,
        long mostBytes,
        long seed) {

    public Settings {
        require(!backoffBase.isNegative() && backoffMost.compareTo(backoffBase) >= 0, "backoff from 0 to base to most");
        require(maxAttempts >= 1, "at least one attempt");
        require(!indexLag.isNegative(), "an index lag of zero or more");
        require(pulse.isPositive(), "a pulse of more than zero");
        require(readers >= 1, "at least one reader");
    }

    public static Settings defaults() {
        return new Settings(
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                6,
                Duration.ofDays(14),
                Duration.ZERO,
                Duration.ofSeconds(1),
                4,
                0,
                1);
    }

    public Settings withBackoff(Duration base, Duration most) {
        return new Settings(base, most, maxAttempts, inboxRetention, indexLag, pulse, readers, mostBytes, seed);
    }

    public Settings withMaxAttempts(int most) {
        return new Settings(backoffBase, backoffMost, most, inboxRetention, indexLag, pulse, readers, mostBytes, seed);
    }

    public Settings withIndexLag(Duration lag) {
        return new Settings(
                backoffBase, backoffMost, maxAttempts, inboxRetention, lag, pulse, readers, mostBytes, seed);
    }

    public Settings withPulse(Duration longest) {
        return new Settings(
                backoffBase, backoffMost, maxAttempts, inboxRetention, indexLag, longest, readers, mostBytes, seed);
    }

    public Settings withMostBytes(long bytes) {
        return new Settings(
                backoffBase, backoffMost, maxAttempts, inboxRetention, indexLag, pulse, readers, bytes, seed);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("durability settings need " + what);
        }
    }
}
