package io.acso.core.detection.pipeline;

import io.acso.core.detection.value.Numbers;
import java.math.BigDecimal;
import java.util.Locale;

/** How one value stands to another: as numbers where both are, else as texts. */
enum Comparison {
    EQ,
    NE,
    GTE,
    GT,
    LTE,
    LT;

    static final String[] NAMES = {"eq", "ne", "gte", "gt", "lte", "lt"};

    static Comparison of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean holds(String value, String against) {
        BigDecimal number = Numbers.ofYaml(value);
        BigDecimal other = Numbers.ofYaml(against);
        return holds(number == null || other == null ? value.compareTo(against) : number.compareTo(other));
    }

    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GTE -> order >= 0;
            case GT -> order > 0;
            case LTE -> order <= 0;
            case LT -> order < 0;
        };
    }
}
