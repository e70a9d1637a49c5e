package io.acso.core.intelligence.pattern;

import io.acso.core.intelligence.pattern.Token.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Reads constants. */
final class Constants {

    /** More digits than any number that JSON carries here. */
    private static final int MOST_DIGITS = 1_000;

    private final Tokens tokens;

    Constants(Tokens tokens) {
        this.tokens = tokens;
    }

    Constant any() {
        Token token = tokens.peek();
        if (token.is("true") || token.is("false")) {
            tokens.next();
            return new Constant.Bool(token.is("true"));
        }
        return ordered("a constant: a number, true, false, 'text', h'hex', b'base64' or t'time'");
    }

    /** A constant that comes before or after others. */
    Constant ordered() {
        return ordered("a constant that has an order: a number, 'text', h'hex', b'base64' or t'time'");
    }

    private Constant ordered(String what) {
        return switch (tokens.peek().kind()) {
            case STRING -> new Constant.Text(tokens.next().text());
            case INTEGER, DECIMAL -> new Constant.Number(number());
            case HEX -> hex(tokens.next());
            case BASE64 -> base64(tokens.next());
            case TIMESTAMP -> new Constant.Time(time(tokens.next()));
            default -> throw tokens.expected(what);
        };
    }

    List<Constant> set() {
        Token open = tokens.peek();
        tokens.expect("(");
        List<Constant> members = new ArrayList<>();
        if (tokens.skip(")")) {
            return members;
        }
        do {
            members.add(any());
        } while (tokens.skip(","));
        tokens.expect(")");
        if (members.stream().map(Object::getClass).distinct().count() > 1) {
            throw new InvalidSyntax(open.offset(), "the members of a set are of one type: split the set with OR");
        }
        return members;
    }

    BigDecimal number() {
        Token token = tokens.next();
        if (token.text().length() > MOST_DIGITS) {
            throw new InvalidSyntax(token.offset(), "a number may have " + MOST_DIGITS + " digits");
        }
        return new BigDecimal(token.text());
    }

    static Instant time(Token token) {
        Instant time = Timestamps.read(token.text());
        if (time == null) {
            throw new InvalidSyntax(
                    token.offset(), token.shown() + " is no timestamp: write it as 2026-01-31T23:59:59.5Z");
        }
        return time;
    }

    Token text(String what) {
        return tokens.expect(Kind.STRING, what);
    }

    private static Constant hex(Token token) {
        try {
            return binary(HexFormat.of().parseHex(token.text()));
        } catch (IllegalArgumentException e) {
            throw new InvalidSyntax(token.offset(), "h'' holds pairs of hexadecimal digits");
        }
    }

    private static Constant base64(Token token) {
        try {
            if (token.text().length() % 4 == 0) {
                return binary(Base64.getDecoder().decode(token.text()));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new InvalidSyntax(token.offset(), "b'' holds base64 with its padding");
    }

    private static Constant binary(byte[] bytes) {
        return new Constant.Binary(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
