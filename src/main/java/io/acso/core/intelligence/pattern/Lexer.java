package io.acso.core.intelligence.pattern;

import io.acso.core.intelligence.pattern.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a pattern into tokens. Blanks and comments part tokens and are dropped. */
final class Lexer {

    private static final Pattern WORD = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_-]*+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?+(?:(?<decimal>[0-9]*+\\.[0-9]++)|0|[1-9][0-9]*+)");
    private static final Pattern SYMBOL = Pattern.compile("==|!=|<>|<=|>=|[=<>:.,()\\[\\]*]");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** @return the tokens, an {@link Kind#END} at last */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.skipBlanks()) {
            lexer.tokens.add(lexer.next());
        }
        lexer.tokens.add(new Token(Kind.END, "", text.length()));
        return lexer.tokens;
    }

    private Token next() {
        char c = text.charAt(at);
        int start = at;
        if (c == '\'') {
            return new Token(Kind.STRING, string(), start);
        }
        if ((c == 'h' || c == 'b' || c == 't') && text.startsWith("'", at + 1)) {
            at++;
            return new Token(c == 'h' ? Kind.HEX : c == 'b' ? Kind.BASE64 : Kind.TIMESTAMP, string(), start);
        }
        Matcher matcher = WORD.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            return token(Kind.WORD, matcher);
        }
        if (matcher.usePattern(NUMBER).lookingAt()) {
            return token(matcher.group("decimal") == null ? Kind.INTEGER : Kind.DECIMAL, matcher);
        }
        if (matcher.usePattern(SYMBOL).lookingAt()) {
            return token(Kind.SYMBOL, matcher);
        }
        throw new InvalidSyntax(
                at, "'" + Character.toString(text.codePointAt(at)) + "' has no meaning here: remove it");
    }

    private Token token(Kind kind, Matcher found) {
        Token token = new Token(kind, found.group(), at);
        at = found.end();
        return token;
    }

    private String string() {
        int start = at;
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                at++;
                return value.toString();
            }
            if (c == '\\') {
                at++;
                if (!text.startsWith("'", at) && !text.startsWith("\\", at)) {
                    throw new InvalidSyntax(at - 1, "a backslash in a string is written twice, and \\' is a quote");
                }
            }
            value.append(text.charAt(at));
        }
        throw new InvalidSyntax(start, "the string does not end: close it with a quote");
    }

    /** @return whether anything is left */
    private boolean skipBlanks() {
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new InvalidSyntax(at, "the comment does not end: close it with */");
                }
                at = end + 2;
            } else if (text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (isBlank(text.charAt(at))) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
