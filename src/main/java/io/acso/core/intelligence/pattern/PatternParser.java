package io.acso.core.intelligence.pattern;

import io.acso.core.intelligence.pattern.Token.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a pattern of STIX 2.1, and of 2.0, where the times after {@code START} and {@code STOP} are strings.
 * {@code FOLLOWEDBY} binds weakest, then {@code OR}, then {@code AND}; a qualifier belongs to what stands right before.
 */
public final class PatternParser {

    private static final int LONGEST = 1_000_000;

    private final Tokens tokens;
    private final Constants constants;
    private final ComparisonParser comparisons;

    private PatternParser(String text) {
        this.tokens = new Tokens(text);
        this.constants = new Constants(tokens);
        this.comparisons = new ComparisonParser(tokens);
    }

    /** @throws InvalidSyntax when the text is no pattern */
    public static ObservationExpression parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidSyntax(LONGEST, "a pattern may have " + LONGEST + " characters: split it");
        }
        PatternParser parser = new PatternParser(text);
        ObservationExpression whole = parser.sequence();
        if (parser.tokens.peek().kind() != Kind.END) {
            throw parser.tokens.expected("AND, OR, FOLLOWEDBY, WITHIN, REPEATS, START or the end");
        }
        return whole;
    }

    private ObservationExpression sequence() {
        return chain("FOLLOWEDBY", this::disjunction, ObservationExpression.Followed::new);
    }

    private ObservationExpression disjunction() {
        return chain("OR", this::conjunction, ObservationExpression.AnyOf::new);
    }

    private ObservationExpression conjunction() {
        return chain("AND", this::qualified, ObservationExpression.AllOf::new);
    }

    private ObservationExpression chain(
            String by,
            Supplier<ObservationExpression> part,
            Function<List<ObservationExpression>, ObservationExpression> whole) {
        List<ObservationExpression> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (tokens.skip(by));
        return parts.size() == 1 ? parts.getFirst() : whole.apply(parts);
    }

    private ObservationExpression qualified() {
        ObservationExpression expression = unqualified();
        for (int qualifiers = 0; ; qualifiers++) {
            if (qualifiers > Tokens.DEEPEST) {
                throw tokens.expected("fewer qualifiers");
            } else if (tokens.skip("WITHIN")) {
                expression = new ObservationExpression.Within(expression, seconds());
            } else if (tokens.skip("REPEATS")) {
                expression = new ObservationExpression.Repeated(expression, times());
            } else if (tokens.skip("START")) {
                Instant start = time();
                tokens.expect("STOP");
                expression = new ObservationExpression.Between(expression, start, time());
            } else {
                return expression;
            }
        }
    }

    private ObservationExpression unqualified() {
        if (tokens.skip("(")) {
            tokens.enter();
            ObservationExpression inner = sequence();
            tokens.expect(")");
            tokens.leave();
            return inner;
        }
        if (!tokens.skip("[")) {
            throw tokens.expected("'[' and a comparison, or '('");
        }
        Comparison comparison = comparisons.read();
        tokens.expect("]");
        return new ObservationExpression.Single(comparison);
    }

    private BigDecimal seconds() {
        Token token = tokens.peek();
        boolean number = token.kind() == Kind.INTEGER || token.kind() == Kind.DECIMAL;
        if (!number || token.text().startsWith("-")) {
            throw tokens.expected("a number of seconds");
        }
        BigDecimal seconds = constants.number();
        if (seconds.signum() == 0) {
            throw new InvalidSyntax(token.offset(), "WITHIN needs a time longer than 0 seconds");
        }
        tokens.expect("SECONDS");
        return seconds;
    }

    private int times() {
        Token token = tokens.expect(Kind.INTEGER, "how many times");
        tokens.expect("TIMES");
        try {
            int times = Integer.parseInt(token.text());
            if (times > 0) {
                return times;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidSyntax(token.offset(), "REPEATS takes a count from 1 to " + Integer.MAX_VALUE);
    }

    private Instant time() {
        if (tokens.peek().kind() == Kind.TIMESTAMP || tokens.peek().kind() == Kind.STRING) {
            return Constants.time(tokens.next());
        }
        throw tokens.expected("a time, as t'2026-01-31T23:59:59Z'");
    }
}
