package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into tokens; the last one is always the END. */
final class ConditionTokens {

    enum Kind {
        REFERENCE,
        TEXT,
        NUMBER,
        WORD,
        SYMBOL,
        END
    }

    record Token(Kind kind, String text, int position) {
        boolean is(String symbol) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(symbol);
        }
    }

    static final int MAX_LENGTH = 4_000;

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*+(?:(?<reference>" + Bindings.REFERENCE.pattern().replace("(", "(?:")
                    + ")|(?<text>'(?:[^'\\\\]|\\\\.)*+')|(?<number>-?\\d{1,30}(?:\\.\\d{1,30})?(?![\\w.]))"
                    + "|(?<word>[A-Za-z]+)|(?<symbol>==|!=|<>|<=|>=|[=<>(),\\[\\]]))",
            Pattern.DOTALL);

    private ConditionTokens() {}

    static List<Token> of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ConditionInvalid(MAX_LENGTH, "a condition has at most 4,000 characters: use several if steps");
        }
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                String rest = text.substring(at).stripLeading();
                throw new ConditionInvalid(text.length() - rest.length(), cure(rest));
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", text.length()));
        return tokens;
    }

    private static Token token(Matcher found) {
        for (Kind kind : List.of(Kind.REFERENCE, Kind.TEXT, Kind.NUMBER, Kind.WORD, Kind.SYMBOL)) {
            String group = kind.name().toLowerCase(java.util.Locale.ROOT);
            String text = found.group(group);
            if (text != null) {
                return new Token(kind, content(kind, text), found.start(group));
            }
        }
        throw new IllegalStateException("a token of no kind");
    }

    private static String content(Kind kind, String text) {
        return switch (kind) {
            case REFERENCE -> text.substring(2, text.length() - "__:value".length());
            case TEXT -> text.substring(1, text.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
            default -> text;
        };
    }

    private static String cure(String rest) {
        if (rest.startsWith("'")) {
            return "the text that begins here has no closing quote: add ' (and write \\' for a quote inside)";
        }
        if (rest.startsWith("__")) {
            return "a variable is written __name__:value";
        }
        if (rest.startsWith("$$")) {
            return "CACAO 2.0 writes a variable __name__:value, not $$name$$:value";
        }
        return "'" + rest.charAt(0) + "' does not belong here: expected a variable such as __name__:value, "
                + "a text in single quotes, a number, a comparison, AND, OR, NOT or a parenthesis";
    }
}
