package io.acso.core.detection.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a condition; from least to most binding: or, and, not, x of, brackets. */
public final class ConditionParser {

    private static final Pattern TOKEN = Pattern.compile("[()|]|[^\\s()|]+");
    private static final int MAX_DEPTH = 100;
    private static final int MAX_COUNT_DIGITS = 6;

    private final int line;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;

    private ConditionParser(int line, String text) {
        this.line = line;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** @throws InvalidRule when the text is not a condition */
    public static Condition parse(int line, String text) {
        ConditionParser parser = new ConditionParser(line, text);
        if (parser.tokens.isEmpty()) {
            throw new InvalidRule(line, "the condition is empty: name at least one search, for example 'selection'");
        }
        if (parser.tokens.contains("|")) {
            throw new InvalidRule(
                    line, "aggregation after '|' is not part of Sigma 2: write a correlation rule instead");
        }
        Condition condition = parser.or();
        if (parser.next < parser.tokens.size()) {
            throw parser.unexpected("'and', 'or' or the end");
        }
        return condition;
    }

    private Condition or() {
        List<Condition> terms = chain("or", this::and);
        return terms.size() == 1 ? terms.getFirst() : new Condition.Or(terms);
    }

    private Condition and() {
        List<Condition> terms = chain("and", this::not);
        return terms.size() == 1 ? terms.getFirst() : new Condition.And(terms);
    }

    private List<Condition> chain(String operator, Supplier<Condition> operand) {
        List<Condition> terms = new ArrayList<>();
        do {
            terms.add(operand.get());
        } while (accept(operator));
        return terms;
    }

    private Condition not() {
        if (!accept("not")) {
            return primary();
        }
        enter();
        Condition term = not();
        depth--;
        return new Condition.Not(term);
    }

    private Condition primary() {
        if (accept("(")) {
            enter();
            Condition inner = or();
            depth--;
            if (!accept(")")) {
                throw unexpected("')'");
            }
            return inner;
        }
        String word = word();
        if (!accept("of")) {
            return new Condition.Name(word);
        }
        return new Condition.Of(count(word), word());
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new InvalidRule(line, "the condition is nested deeper than " + MAX_DEPTH + ": split the rule");
        }
    }

    private int count(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("all")) {
            return Condition.Of.ALL;
        }
        if (lower.equals("any")) {
            return 1;
        }
        boolean number = word.length() < MAX_COUNT_DIGITS
                && word.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(word) > 0;
        if (!number) {
            throw new InvalidRule(line, "'" + word + " of': expected 'all of', 'any of' or a number from 1, as '1 of'");
        }
        return Integer.parseInt(word);
    }

    private String word() {
        String token = next < tokens.size() ? tokens.get(next) : "";
        boolean operator = List.of("and", "or", "of", "(", ")", "").contains(token.toLowerCase(Locale.ROOT));
        if (operator) {
            throw unexpected("the name of a search");
        }
        next++;
        return token;
    }

    private boolean accept(String token) {
        boolean found = next < tokens.size() && tokens.get(next).equalsIgnoreCase(token);
        if (found) {
            next++;
        }
        return found;
    }

    private InvalidRule unexpected(String expected) {
        String found = next < tokens.size() ? "'" + tokens.get(next) + "'" : "the end";
        return new InvalidRule(
                line, "condition: expected " + expected + " but found " + found + " at word " + (next + 1));
    }
}
