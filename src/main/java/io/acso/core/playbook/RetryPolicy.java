package io.acso.core.playbook;

import java.time.Duration;

/**
 * When a command that failed for a passing reason is tried again.
 *
 * @param attempts in all, the first included
 * @param backoff before the second attempt
 * @param multiplier of the wait, from one attempt to the next
 * @param longest no wait is longer
 */
public record RetryPolicy(int attempts, Duration backoff, double multiplier, Duration longest) {

    /** Without chance: the same facts have to give the same state. */
    Duration wait(int failures) {
        double millis = backoff.toMillis() * Math.pow(multiplier, failures - 1);
        return Duration.ofMillis((long) Math.min(millis, longest.toMillis()));
    }
}
