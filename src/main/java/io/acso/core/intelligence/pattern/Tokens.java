package io.acso.core.intelligence.pattern;

import io.acso.core.intelligence.pattern.Token.Kind;
import java.util.List;

/** The tokens from where the reader is. */
final class Tokens {

    static final int DEEPEST = 100;

    private final List<Token> all;
    private int at;
    private int depth;

    Tokens(String text) {
        this.all = Lexer.tokens(text);
    }

    Token peek() {
        return all.get(at);
    }

    /** The token after the next. */
    Token second() {
        return all.get(Math.min(at + 1, all.size() - 1));
    }

    Token next() {
        Token token = all.get(at);
        at = Math.min(at + 1, all.size() - 1);
        return token;
    }

    /** Goes over the word if it comes next. */
    boolean skip(String word) {
        boolean found = peek().is(word);
        if (found) {
            next();
        }
        return found;
    }

    void expect(String word) {
        if (!skip(word)) {
            throw expected("'" + word + "'");
        }
    }

    Token expect(Kind kind, String what) {
        if (peek().kind() != kind) {
            throw expected(what);
        }
        return next();
    }

    InvalidSyntax expected(String what) {
        return new InvalidSyntax(peek().offset(), "expected " + what + " instead of " + peek().shown());
    }

    /** A parenthesis opens. */
    void enter() {
        if (++depth > DEEPEST) {
            throw new InvalidSyntax(peek().offset(), "more than " + DEEPEST + " parentheses in each other: simplify");
        }
    }

    void leave() {
        depth--;
    }
}
