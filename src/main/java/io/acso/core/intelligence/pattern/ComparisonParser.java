package io.acso.core.intelligence.pattern;

import io.acso.core.intelligence.pattern.ObjectPath.Step;
import io.acso.core.intelligence.pattern.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what stands in brackets: {@code OR} binds weaker than {@code AND}. */
final class ComparisonParser {

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("=", Operator.EQUAL),
            Map.entry("==", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("<>", Operator.NOT_EQUAL),
            Map.entry("<", Operator.LESS),
            Map.entry("<=", Operator.AT_MOST),
            Map.entry(">", Operator.GREATER),
            Map.entry(">=", Operator.AT_LEAST),
            Map.entry("IN", Operator.IN),
            Map.entry("LIKE", Operator.LIKE),
            Map.entry("MATCHES", Operator.MATCHES),
            Map.entry("ISSUBSET", Operator.SUBSET),
            Map.entry("ISSUPERSET", Operator.SUPERSET));

    private final Tokens tokens;
    private final Constants constants;

    ComparisonParser(Tokens tokens) {
        this.tokens = tokens;
        this.constants = new Constants(tokens);
    }

    Comparison read() {
        List<Comparison> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (tokens.skip("OR"));
        return parts.size() == 1 ? parts.getFirst() : new Comparison.AnyOf(parts);
    }

    private Comparison conjunction() {
        List<Comparison> parts = new ArrayList<>();
        do {
            parts.add(test());
        } while (tokens.skip("AND"));
        return parts.size() == 1 ? parts.getFirst() : new Comparison.AllOf(parts);
    }

    private Comparison test() {
        if (tokens.skip("(")) {
            tokens.enter();
            Comparison inner = read();
            tokens.expect(")");
            tokens.leave();
            return inner;
        }
        if (tokens.peek().is("EXISTS")
                || tokens.peek().is("NOT") && tokens.second().is("EXISTS")) {
            boolean negated = tokens.skip("NOT");
            tokens.expect("EXISTS");
            return new Comparison.Exists(path(), negated);
        }
        ObjectPath path = path();
        boolean negated = tokens.skip("NOT");
        Token symbol = tokens.peek();
        Operator operator = OPERATORS.get(symbol.text());
        if (operator == null || !symbol.is(symbol.text())) {
            throw tokens.expected("a comparison (=, !=, <, <=, >, >=, IN, LIKE, MATCHES, ISSUBSET, ISSUPERSET)");
        }
        tokens.next();
        return new Comparison.Test(path, negated, operator, operands(operator));
    }

    private List<Constant> operands(Operator operator) {
        if (operator == Operator.IN) {
            return constants.set();
        }
        if (operator.takesText()) {
            return List.of(new Constant.Text(
                    constants.text("a quoted string after " + operator).text()));
        }
        return List.of(operator.orders() ? constants.ordered() : constants.any());
    }

    private ObjectPath path() {
        String type = word("an object type, as in file:name").text();
        tokens.expect(":");
        List<Step> steps = new ArrayList<>();
        steps.add(key());
        while (true) {
            if (tokens.skip(".")) {
                steps.add(key());
            } else if (tokens.skip("[")) {
                steps.add(element());
                tokens.expect("]");
            } else {
                return new ObjectPath(type, steps);
            }
        }
    }

    private Step key() {
        if (tokens.peek().kind() == Kind.STRING) {
            return new Step.Key(tokens.next().text());
        }
        Token name = word("a property name");
        if (name.text().contains("-")) {
            throw new InvalidSyntax(name.offset(), "a property name with a hyphen is quoted: '" + name.text() + "'");
        }
        return new Step.Key(name.text());
    }

    private Step element() {
        if (tokens.skip("*")) {
            return new Step.Each();
        }
        Token index = tokens.expect(Kind.INTEGER, "the index of an element, or *");
        try {
            return new Step.Index(Integer.parseInt(index.text()));
        } catch (NumberFormatException e) {
            throw new InvalidSyntax(index.offset(), "no list is that long");
        }
    }

    private Token word(String what) {
        if (tokens.peek().kind() != Kind.WORD
                || Token.KEYWORDS.contains(tokens.peek().text())) {
            throw tokens.expected(what);
        }
        return tokens.next();
    }
}
