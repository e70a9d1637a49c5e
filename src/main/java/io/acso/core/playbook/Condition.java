package io.acso.core.playbook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A CACAO condition: comparison expressions of the STIX 2.1 patterning grammar over variables, joined by AND, OR, NOT.
 * {@code toString} gives text that parses to an equal condition.
 */
public sealed interface Condition {

    /** @throws ConditionInvalid naming the position and the cure */
    static Condition parse(String text) {
        return new ConditionParser(text).parse();
    }

    /** @param variables the value of a variable by its bare name */
    Truth evaluate(Function<String, Value> variables);

    /** The bare names of all variables it asks for. */
    Set<String> variables();

    record And(Condition left, Condition right) implements Condition {
        @Override
        public Truth evaluate(Function<String, Value> variables) {
            return left.evaluate(variables).and(right.evaluate(variables));
        }

        @Override
        public Set<String> variables() {
            return union(left.variables(), right.variables());
        }

        @Override
        public String toString() {
            return "(" + left + " AND " + right + ")";
        }
    }

    record Or(Condition left, Condition right) implements Condition {
        @Override
        public Truth evaluate(Function<String, Value> variables) {
            return left.evaluate(variables).or(right.evaluate(variables));
        }

        @Override
        public Set<String> variables() {
            return union(left.variables(), right.variables());
        }

        @Override
        public String toString() {
            return "(" + left + " OR " + right + ")";
        }
    }

    record Not(Condition inner) implements Condition {
        @Override
        public Truth evaluate(Function<String, Value> variables) {
            return inner.evaluate(variables).not();
        }

        @Override
        public Set<String> variables() {
            return inner.variables();
        }

        @Override
        public String toString() {
            return "NOT (" + inner + ")";
        }
    }

    /** True when the left side compares so with any of the right side's operands, of which only IN has several. */
    record Compare(Operand left, Comparison comparison, List<Operand> right) implements Condition {
        public Compare {
            right = List.copyOf(right);
        }

        @Override
        public Truth evaluate(Function<String, Value> variables) {
            return right.stream()
                    .map(operand -> comparison.compare(left, operand, variables))
                    .reduce(Truth.FALSE, Truth::or);
        }

        @Override
        public Set<String> variables() {
            Set<String> names = new LinkedHashSet<>(left.names());
            right.forEach(operand -> names.addAll(operand.names()));
            return names;
        }

        @Override
        public String toString() {
            String operands = right.stream().map(Operand::toString).collect(Collectors.joining(", "));
            return left + " " + comparison.symbol() + " "
                    + (comparison == Comparison.IN ? "(" + operands + ")" : operands);
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
