package io.acso.core.intelligence;

import io.acso.domain.kernel.Severity;
import org.jspecify.annotations.Nullable;

/**
 * An indicator was seen.
 *
 * @param field where in the event, keys joined by dots; empty when only a value was looked up
 * @param observed the event's value as it stands there
 * @param confidence what is left of the indicator's at the event's time; null where its source names none
 */
public record IndicatorMatch(
        Indicator indicator,
        String field,
        String observed,
        @Nullable Integer confidence) {

    private static final int HIGH = 70;
    private static final int MEDIUM = 30;

    /** By the steps of STIX's scale of confidence: none, low, medium, high; medium where there is none. */
    public Severity severity() {
        if (confidence == null) {
            return Severity.MEDIUM;
        }
        return confidence >= HIGH
                ? Severity.HIGH
                : confidence >= MEDIUM ? Severity.MEDIUM : confidence > 0 ? Severity.LOW : Severity.INFORMATIONAL;
    }
}
