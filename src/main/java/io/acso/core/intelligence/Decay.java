package io.acso.core.intelligence;

import java.time.Duration;

/**
 * How an indicator that names no end loses its worth: evenly, until nothing is left of it.
 *
 * @param lifetime from the start of its validity until it is worth nothing, and no longer valid
 */
public record Decay(Duration lifetime) {

    public Decay {
        if (!lifetime.isPositive()) {
            throw new IllegalArgumentException("a lifetime is longer than nothing, not " + lifetime);
        }
    }

    /** What is left of a confidence after a time; 0 after the lifetime. */
    int remaining(int confidence, Duration age) {
        if (age.isNegative()) {
            return confidence;
        }
        if (age.compareTo(lifetime) >= 0) {
            return 0;
        }
        double share = (double) age.toSeconds() / Math.max(1, lifetime.toSeconds());
        return (int) Math.ceil(confidence * (1 - share));
    }
}
