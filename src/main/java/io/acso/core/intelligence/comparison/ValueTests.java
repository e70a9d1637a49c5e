package io.acso.core.intelligence.comparison;

import io.acso.core.intelligence.pattern.Comparison;
import io.acso.core.intelligence.pattern.Constant;
import io.acso.core.intelligence.pattern.Operator;
import io.acso.core.regex.Regex;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tests that operators stand for. {@code NOT} turns the answer round, also for a value of another type; only of
 * values that have no order none is before, behind, or not so.
 */
final class ValueTests {

    private ValueTests() {}

    /** @throws IllegalArgumentException when a constant is no regular expression, address or network */
    static ValueTest of(Comparison.Test test) {
        Operator operator = test.operator();
        if (operator.orders()) {
            return ordered(test.operands().getFirst(), expected(operator), test.negated());
        }
        ValueTest plain = operator == Operator.IN
                ? in(test.operands())
                : one(operator, test.operands().getFirst());
        return test.negated() ? value -> !plain.test(value) : plain;
    }

    private static ValueTest one(Operator operator, Constant constant) {
        return switch (operator) {
            case EQUAL -> value -> Values.equal(value, constant);
            case NOT_EQUAL -> value -> !Values.equal(value, constant);
            case LIKE -> like(string(constant));
            case MATCHES -> matches(string(constant));
            case SUBSET -> subset(AddressRange.required(string(constant)));
            case SUPERSET -> superset(AddressRange.required(string(constant)));
            default -> throw new IllegalStateException(operator + " does not compare with one constant");
        };
    }

    private static ValueTest ordered(Constant constant, IntPredicate expected, boolean negated) {
        return value -> {
            Integer order = Values.order(value, constant);
            return order != null && expected.test(order) != negated;
        };
    }

    private static IntPredicate expected(Operator operator) {
        return switch (operator) {
            case LESS -> order -> order < 0;
            case AT_MOST -> order -> order <= 0;
            case GREATER -> order -> order > 0;
            default -> order -> order >= 0;
        };
    }

    private static ValueTest in(List<Constant> members) {
        if (!members.isEmpty() && members.getFirst() instanceof Constant.Text) {
            Set<String> texts = new HashSet<>();
            members.forEach(member -> texts.add(string(member)));
            return value -> {
                String text = Values.text(value);
                return text != null && texts.contains(text);
            };
        }
        return value -> members.stream().anyMatch(member -> Values.equal(value, member));
    }

    private static ValueTest like(String pattern) {
        return text(pattern, Like.of(Values.normal(pattern)));
    }

    private static ValueTest matches(String pattern) {
        Regex regex = Regex.compile(Values.normal(pattern));
        return text(pattern, text -> {
            try {
                return regex.find(text);
            } catch (Regex.Unfinished e) {
                throw new Undecidable(e.getMessage() + ": " + Undecidable.shown(pattern));
            }
        });
    }

    /** Strings in their composed form; bytes only beside a pattern whose characters can stand for bytes. */
    private static ValueTest text(String pattern, Predicate<String> test) {
        boolean octets = Values.octets(pattern);
        return value -> {
            String text = Values.text(value);
            return text != null && (value.isBinary() ? octets && test.test(text) : test.test(Values.normal(text)));
        };
    }

    private static ValueTest subset(AddressRange outer) {
        return value -> {
            AddressRange range = range(value);
            return range != null && outer.contains(range);
        };
    }

    private static ValueTest superset(AddressRange inner) {
        return value -> {
            AddressRange range = range(value);
            return range != null && range.contains(inner);
        };
    }

    private static @Nullable AddressRange range(JsonNode value) {
        return value.isString() ? AddressRange.of(value.stringValue()) : null;
    }

    private static String string(Constant constant) {
        return Objects.requireNonNull(constant instanceof Constant.Text text ? text.value() : null);
    }
}
