package io.acso.core.detection.correlation;

/**
 * Decides whether a window of occurrences is what a correlation looks for.
 *
 * <p>A <em>rising</em> judge, once satisfied, stays so when more occurs: it is asked at every occurrence about the
 * timespan before it. Any other can be undone by what is still to come, so it is asked when a whole timespan is over.
 */
public sealed interface Judge permits EventCount, ValueCount, Metric, Share, Together, InOrder {

    /** What is remembered of an occurrence beside its time and id. */
    enum Keeps {
        /** A bit for each rule that fitted. */
        RULES,
        /** A hash of the value. */
        HASH,
        /** The value as a number. */
        NUMBER
    }

    double NO = Double.NaN;

    Keeps keeps();

    boolean rising();

    /** The number that satisfies, or {@link #NO}. */
    double measure(Window window);
}
