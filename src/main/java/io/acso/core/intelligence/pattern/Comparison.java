package io.acso.core.intelligence.pattern;

import java.util.List;
import java.util.stream.Collectors;

/** What stands in the brackets of an observation expression; one object has to satisfy all of it. */
public sealed interface Comparison {

    /** @param operands one, or any number for {@link Operator#IN} */
    record Test(ObjectPath path, boolean negated, Operator operator, List<Constant> operands) implements Comparison {
        public Test {
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            String right = operator == Operator.IN
                    ? operands.stream().map(Constant::toString).collect(Collectors.joining(", ", "(", ")"))
                    : operands.getFirst().toString();
            return path + (negated ? " NOT " : " ") + operator + " " + right;
        }
    }

    record Exists(ObjectPath path, boolean negated) implements Comparison {
        @Override
        public String toString() {
            return (negated ? "NOT " : "") + "EXISTS " + path;
        }
    }

    /** Two or more. */
    record AllOf(List<Comparison> parts) implements Comparison {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Test || part instanceof Exists ? part.toString() : "(" + part + ")")
                    .collect(Collectors.joining(" AND "));
        }
    }

    /** Two or more. */
    record AnyOf(List<Comparison> parts) implements Comparison {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof AnyOf ? "(" + part + ")" : part.toString())
                    .collect(Collectors.joining(" OR "));
        }
    }
}
