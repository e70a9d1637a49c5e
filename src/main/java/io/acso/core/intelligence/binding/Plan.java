package io.acso.core.intelligence.binding;

import io.acso.core.intelligence.pattern.Comparison;
import java.time.Instant;
import java.util.List;

/**
 * An observation expression made ready to be searched.
 *
 * @param slots what the slots of the need ask of an occurrence, by their ids
 * @param choices how many {@link Need.Any} there are
 * @param moments how many {@link Need.Ordered} and {@link Need.Within} there are
 */
public record Plan(Need need, List<Slot> slots, int choices, int moments) {

    /** So many occurrences, each of which satisfies one of the comparisons. */
    public record Slot(List<Filter> filters, int demand) {}

    /**
     * What one occurrence satisfies.
     *
     * @param windows it lies at least partly in each of them
     */
    public record Filter(Comparison comparison, List<Window> windows) {}

    /** From the start on, before the stop. */
    public record Window(Instant start, Instant stop) {}
}
