package io.acso.core.playbook;

import com.google.re2j.PatternSyntaxException;
import io.acso.core.playbook.ConditionTokens.Kind;
import io.acso.core.playbook.ConditionTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Recursive descent; OR binds weaker than AND, AND weaker than NOT. The brackets that STIX puts around an observation are
 * parentheses here.
 */
final class ConditionParser {

    private static final int MAX_NESTING = 50;
    private static final Map<String, Comparison> COMPARISONS = Map.ofEntries(
            Map.entry("=", Comparison.EQUAL),
            Map.entry("==", Comparison.EQUAL),
            Map.entry("!=", Comparison.EQUAL),
            Map.entry("<>", Comparison.EQUAL),
            Map.entry("<", Comparison.LESS),
            Map.entry("<=", Comparison.LESS_OR_EQUAL),
            Map.entry(">", Comparison.GREATER),
            Map.entry(">=", Comparison.GREATER_OR_EQUAL),
            Map.entry("IN", Comparison.IN),
            Map.entry("LIKE", Comparison.LIKE),
            Map.entry("MATCHES", Comparison.MATCHES),
            Map.entry("ISSUBSET", Comparison.ISSUBSET),
            Map.entry("ISSUPERSET", Comparison.ISSUPERSET));

    private final List<Token> tokens;
    private int next;
    private int nesting;

    ConditionParser(String text) {
        this.tokens = ConditionTokens.of(text);
    }

    Condition parse() {
        Condition condition = either();
        if (peek().kind() != Kind.END) {
            throw wrong("expected AND, OR or the end, not '" + peek().text() + "'");
        }
        return condition;
    }

    private Condition either() {
        Condition left = both();
        while (accept("OR")) {
            left = new Condition.Or(left, both());
        }
        return left;
    }

    private Condition both() {
        Condition left = unary();
        while (accept("AND")) {
            left = new Condition.And(left, unary());
        }
        return left;
    }

    private Condition unary() {
        if (++nesting > MAX_NESTING) {
            throw wrong("nested deeper than " + MAX_NESTING + " levels: use several if steps");
        }
        Condition condition;
        if (accept("NOT")) {
            condition = new Condition.Not(unary());
        } else if (accept("(")) {
            condition = either();
            expect(")");
        } else if (accept("[")) {
            condition = either();
            expect("]");
        } else {
            condition = comparison();
        }
        nesting--;
        return condition;
    }

    private Condition comparison() {
        Operand left = operand();
        boolean negated = accept("NOT");
        Token sign = take();
        Comparison comparison = COMPARISONS.get(sign.text());
        if (comparison == null || !(sign.kind() == Kind.SYMBOL || sign.kind() == Kind.WORD)) {
            throw new ConditionInvalid(
                    sign.position(),
                    "expected one of = != < <= > >= IN LIKE MATCHES ISSUBSET ISSUPERSET" + instead(sign));
        }
        boolean unequal = sign.is("!=") || sign.is("<>");
        Condition condition = new Condition.Compare(left, comparison, operands(comparison));
        return negated == unequal ? condition : new Condition.Not(condition);
    }

    private List<Operand> operands(Comparison comparison) {
        return switch (comparison) {
            case IN -> set();
            case LIKE, MATCHES -> List.of(pattern(comparison));
            default -> List.of(operand());
        };
    }

    private List<Operand> set() {
        expect("(");
        List<Operand> operands = new ArrayList<>(List.of(operand()));
        while (accept(",")) {
            operands.add(operand());
        }
        expect(")");
        return operands;
    }

    private Operand pattern(Comparison comparison) {
        Token text = take();
        if (text.kind() != Kind.TEXT) {
            throw new ConditionInvalid(text.position(), comparison + " takes a text in single quotes" + instead(text));
        }
        if (comparison == Comparison.MATCHES) {
            check(text);
        }
        return new Operand.Literal(text.text());
    }

    private static void check(Token regex) {
        try {
            Comparison.pattern(regex.text());
        } catch (PatternSyntaxException e) {
            throw new ConditionInvalid(regex.position(), "no RE2 regular expression: " + e.getMessage());
        }
    }

    private Operand operand() {
        Token token = take();
        if (token.is("true") || token.is("false")) {
            return new Operand.Flag(token.is("true"));
        }
        return switch (token.kind()) {
            case REFERENCE -> new Operand.Reference(token.text());
            case TEXT -> new Operand.Literal(token.text());
            case NUMBER -> new Operand.Number(token.text());
            default ->
                throw new ConditionInvalid(
                        token.position(),
                        "expected a variable such as __name__:value, a text in single quotes or a number"
                                + instead(token));
        };
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            next++;
        }
        return found;
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw wrong("expected '" + symbol + "'" + instead(peek()));
        }
    }

    private ConditionInvalid wrong(String message) {
        return new ConditionInvalid(peek().position(), message);
    }

    private static String instead(Token found) {
        return found.kind() == Kind.END ? ", but the condition ends" : ", not '" + found.text() + "'";
    }
}
