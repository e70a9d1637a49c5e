package io.acso.core.detection.oracle;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Reads a condition and answers it in one go, every part of it, without short cuts. */
final class OracleCondition {

    private final List<String> tokens;
    private final Collection<String> names;
    private final Predicate<String> holds;
    private int next;

    private OracleCondition(List<String> tokens, Collection<String> names, Predicate<String> holds) {
        this.tokens = tokens;
        this.names = names;
        this.holds = holds;
    }

    /** @param holds whether the search of a name holds */
    static boolean holds(String condition, Collection<String> names, Predicate<String> holds) {
        String spaced = condition.replace("(", " ( ").replace(")", " ) ").trim();
        OracleCondition reading = new OracleCondition(List.of(spaced.split("\\s+")), names, holds);
        boolean answer = reading.or();
        if (reading.next < reading.tokens.size()) {
            throw new IllegalArgumentException("left over in '" + condition + "'");
        }
        return answer;
    }

    private boolean or() {
        boolean answer = and();
        while (take("or")) {
            answer |= and();
        }
        return answer;
    }

    private boolean and() {
        boolean answer = not();
        while (take("and")) {
            answer &= not();
        }
        return answer;
    }

    private boolean not() {
        if (take("not")) {
            return !not();
        }
        return primary();
    }

    private boolean primary() {
        if (take("(")) {
            boolean answer = or();
            if (!take(")")) {
                throw new IllegalArgumentException("no closing bracket");
            }
            return answer;
        }
        String word = tokens.get(next++);
        return take("of") ? of(word, tokens.get(next++)) : holds.test(word);
    }

    private boolean of(String count, String pattern) {
        List<String> meant = names.stream()
                .filter(name -> pattern.equals("them") || OracleText.glob(pattern, name))
                .filter(name -> pattern.startsWith("_") || !name.startsWith("_"))
                .toList();
        long holding = meant.stream().filter(holds).count();
        return switch (count) {
            case "all" -> holding == meant.size();
            case "any" -> holding >= 1;
            default -> holding >= Integer.parseInt(count);
        };
    }

    private boolean take(String token) {
        boolean found = next < tokens.size() && tokens.get(next).equalsIgnoreCase(token);
        next += found ? 1 : 0;
        return found;
    }
}
