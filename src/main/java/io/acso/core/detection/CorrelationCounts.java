package io.acso.core.detection;

import io.acso.core.detection.correlation.Counters;

/**
 * What correlations left out and why, since their state began.
 *
 * @param late events older than what was judged already
 * @param duplicates events that were waiting already, under the same id
 * @param evictedGroups groups dropped for want of room, the longest untouched first
 * @param droppedEntries events dropped because their group had too many, the oldest first
 * @param hurried events judged before their lateness was over, because too many were waiting
 * @param forgottenSources sources whose clock was forgotten because there are too many
 * @param matches that were found, silent ones included
 */
public record CorrelationCounts(
        long late,
        long duplicates,
        long evictedGroups,
        long droppedEntries,
        long hurried,
        long forgottenSources,
        long matches) {

    static CorrelationCounts of(Counters counters) {
        return new CorrelationCounts(
                counters.late(),
                counters.duplicates(),
                counters.evictedGroups(),
                counters.droppedEntries(),
                counters.hurried(),
                counters.forgottenSources(),
                counters.matches());
    }

    /** Everything that may have kept a match from being found. */
    public long leftOut() {
        return late + evictedGroups + droppedEntries + hurried + forgottenSources;
    }
}
