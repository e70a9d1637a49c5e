package io.acso.core.detection.correlation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in one group.
 *
 * @param time in microseconds since 1970
 * @param id of the event, or of the match of another correlation
 * @param payload as the correlation's {@link Judge.Keeps} says
 */
record Occurrence(
        long time, String id, long payload, @Nullable Detail detail) {

    /**
     * What only chained correlations need.
     *
     * @param events behind a match of another correlation; empty for an event
     * @param carried for each field that an outer correlation asks for, its values
     */
    record Detail(List<String> events, List<List<String>> carried) {}
}
