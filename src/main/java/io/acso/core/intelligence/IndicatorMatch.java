package io.acso.core.intelligence;

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
        @Nullable Integer confidence) {}
