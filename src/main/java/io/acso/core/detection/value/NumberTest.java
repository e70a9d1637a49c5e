package io.acso.core.detection.value;

import java.math.BigDecimal;
import java.util.Locale;

/** Compares numerically with a number, also when the event spells its number as text. */
public record NumberTest(Order order, BigDecimal bound) implements ValueTest {

    /** How the event's number must stand to the bound. */
    public enum Order {
        EQ,
        LT,
        LTE,
        GT,
        GTE;

        public static Order of(String modifier) {
            return valueOf(modifier.toUpperCase(Locale.ROOT));
        }

        boolean accepts(int comparison) {
            return switch (this) {
                case EQ -> comparison == 0;
                case LT -> comparison < 0;
                case LTE -> comparison <= 0;
                case GT -> comparison > 0;
                case GTE -> comparison >= 0;
            };
        }
    }

    @Override
    public boolean test(Value value) {
        BigDecimal number = value.number();
        return number != null && order.accepts(number.compareTo(bound));
    }
}
