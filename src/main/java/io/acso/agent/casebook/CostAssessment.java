package io.acso.agent.casebook;

import io.acso.domain.kernel.Money;
import java.time.Instant;
import java.util.List;

/**
 * What an incident costs; written by Financial Intelligence.
 *
 * @param source the price table's source and date
 * @param perHour what the priced resources cost each hour they go on
 * @param soFar from their start to {@code until}
 * @param unpriced resources for which the table has no price
 */
public record CostAssessment(
        String incidentId,
        Money perHour,
        Money soFar,
        Instant until,
        List<Line> lines,
        List<String> unpriced,
        String source) {

    /** One resource: its type, how long it ran, and what that costs. */
    public record Line(String resource, String type, String region, Instant started, Money perHour, Money soFar) {}

    public CostAssessment {
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
    }
}
