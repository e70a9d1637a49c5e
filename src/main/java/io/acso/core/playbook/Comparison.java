package io.acso.core.playbook;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How two operands compare. Equality compares text, or numbers when a side is written as one; order compares numbers
 * when both sides are some, else text. A list holds true when any element does, and equals {@code '[]'} when it has
 * none. Comparing with what is unknown is unknown.
 */
public enum Comparison {
    EQUAL("="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    IN("IN"),
    LIKE("LIKE"),
    MATCHES("MATCHES"),
    ISSUBSET("ISSUBSET"),
    ISSUPERSET("ISSUPERSET");

    private static final java.util.regex.Pattern NUMBER = java.util.regex.Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    Truth compare(Operand left, Operand right, Function<String, Value> variables) {
        Value one = left.value(variables);
        Value other = right.value(variables);
        if (!one.known() || !other.known()) {
            return Truth.UNKNOWN;
        }
        boolean equality = this == EQUAL || this == IN;
        if (equality && (empty(one) || empty(other))) {
            return Truth.of(one.inText().equals(other.inText()));
        }
        boolean numeric = !equality || left instanceof Operand.Number || right instanceof Operand.Number;
        return Truth.of(elements(one).stream()
                .anyMatch(a -> elements(other).stream().anyMatch(b -> holds(a, b, numeric))));
    }

    private boolean holds(String left, String right, boolean numeric) {
        return switch (this) {
            case EQUAL, IN -> order(left, right, numeric) == 0;
            case LESS -> order(left, right, numeric) < 0;
            case LESS_OR_EQUAL -> order(left, right, numeric) <= 0;
            case GREATER -> order(left, right, numeric) > 0;
            case GREATER_OR_EQUAL -> order(left, right, numeric) >= 0;
            case LIKE -> like(right).matcher(left).matches();
            case MATCHES -> pattern(right).matcher(left).find();
            case ISSUBSET -> AddressBlock.within(left, right);
            case ISSUPERSET -> AddressBlock.within(right, left);
        };
    }

    private static int order(String left, String right, boolean numeric) {
        BigDecimal one = numeric ? number(left) : null;
        BigDecimal other = numeric ? number(right) : null;
        return one != null && other != null ? one.compareTo(other) : left.compareTo(right);
    }

    private static @Nullable BigDecimal number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private static boolean empty(Value value) {
        return value instanceof Value.Items(List<String> items) && items.isEmpty();
    }

    private static List<String> elements(Value value) {
        return value instanceof Value.Text(String text) ? List.of(text) : value.items();
    }

    /** RE2: time grows with the text, whatever the pattern. */
    static Pattern pattern(String regex) {
        return Pattern.compile(regex);
    }

    private static Pattern like(String wildcards) {
        StringBuilder regex = new StringBuilder();
        wildcards
                .codePoints()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
