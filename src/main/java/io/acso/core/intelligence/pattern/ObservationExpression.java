package io.acso.core.intelligence.pattern;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What a pattern asks of the observations, each of which counts for one comparison only. */
public sealed interface ObservationExpression {

    /** One observation, with an object that satisfies the comparison. */
    record Single(Comparison comparison) implements ObservationExpression {
        @Override
        public String toString() {
            return "[" + comparison + "]";
        }
    }

    /** All of two or more. */
    record AllOf(List<ObservationExpression> parts) implements ObservationExpression {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " AND ");
        }
    }

    /** One of two or more. */
    record AnyOf(List<ObservationExpression> parts) implements ObservationExpression {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " OR ");
        }
    }

    /** Two or more, each not before all that stand left of it. */
    record Followed(List<ObservationExpression> parts) implements ObservationExpression {
        public Followed {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " FOLLOWEDBY ");
        }
    }

    record Repeated(ObservationExpression of, int times) implements ObservationExpression {
        @Override
        public String toString() {
            return qualified(of) + " REPEATS " + times + " TIMES";
        }
    }

    record Within(ObservationExpression of, BigDecimal seconds) implements ObservationExpression {
        @Override
        public String toString() {
            return qualified(of) + " WITHIN " + seconds.toPlainString() + " SECONDS";
        }
    }

    /** From the start on and before the stop. */
    record Between(ObservationExpression of, Instant start, Instant stop) implements ObservationExpression {
        @Override
        public String toString() {
            return qualified(of) + " START t'" + start + "' STOP t'" + stop + "'";
        }
    }

    private static String joined(List<ObservationExpression> parts, String by) {
        return parts.stream().map(ObservationExpression::qualified).collect(Collectors.joining(by));
    }

    private static String qualified(ObservationExpression part) {
        return part instanceof AllOf || part instanceof AnyOf || part instanceof Followed
                ? "(" + part + ")"
                : part.toString();
    }
}
