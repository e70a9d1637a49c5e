package io.acso.core.detection;

import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The types of correlation that Sigma knows. */
enum CorrelationType {
    EVENT_COUNT,
    VALUE_COUNT,
    VALUE_SUM,
    VALUE_AVG,
    VALUE_MEDIAN,
    VALUE_PERCENTILE,
    TEMPORAL,
    TEMPORAL_ORDERED;

    static CorrelationType read(Mapping section) {
        String text = section.text("type");
        return Arrays.stream(values())
                .filter(type -> type.written().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidRule(
                        CorrelationSection.line(section, "type"),
                        (text == null ? "'correlation' needs a 'type'" : "'" + text + "' is not a type") + ": "
                                + Arrays.stream(values())
                                        .map(CorrelationType::written)
                                        .collect(Collectors.joining(", "))));
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean temporal() {
        return this == TEMPORAL || this == TEMPORAL_ORDERED;
    }

    boolean ofValues() {
        return !temporal() && this != EVENT_COUNT;
    }
}
