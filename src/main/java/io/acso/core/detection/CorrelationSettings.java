package io.acso.core.detection;

import io.acso.core.detection.correlation.Limits;
import java.time.Duration;

/**
 * How long correlations wait and how much they keep. What is over a limit is dropped and counted in
 * {@link Correlator#counts}.
 *
 * @param lateness how much older than the newest event of its source an event may be and still count in its place;
 *     also how long a match is delayed
 * @param idle a source that was silent for this long, or is this far behind the others, is no longer waited for
 * @param groups live groups in all
 * @param entries events kept in one group
 * @param waiting events that wait for older ones
 * @param sources whose clocks are known
 */
public record CorrelationSettings(Duration lateness, Duration idle, int groups, int entries, int waiting, int sources) {

    /** For a stream: two minutes of lateness, a million groups. */
    public static final CorrelationSettings DEFAULT =
            new CorrelationSettings(Duration.ofMinutes(2), Duration.ofMinutes(2), 1_000_000, 10_000, 200_000, 10_000);

    /** For events that all lie there already: their order does not matter, and nothing is judged before the end. */
    public static final CorrelationSettings WHOLE = new CorrelationSettings(
            Duration.ofDays(365_000), Duration.ofDays(365_000), 1_000_000, 100_000, 2_000_000, 10_000);

    /** @throws IllegalArgumentException when a duration is negative or a limit is not positive */
    public CorrelationSettings {
        if (lateness.isNegative() || idle.isNegative()) {
            throw new IllegalArgumentException("lateness and idle are not negative: " + lateness + ", " + idle);
        }
        if (Math.min(Math.min(groups, entries), Math.min(waiting, sources)) < 1) {
            throw new IllegalArgumentException("groups, entries, waiting and sources are at least 1");
        }
    }

    Limits limits() {
        return new Limits(EventTime.micros(lateness), EventTime.micros(idle), groups, entries, waiting, sources);
    }
}
