package io.acso.core.intelligence.pattern;

import java.util.Set;

/**
 * A piece of a pattern.
 *
 * @param text the piece; of a string or literal, what is between the quotes, with the escapes of a string resolved
 * @param offset where it begins
 */
record Token(Kind kind, String text, int offset) {

    enum Kind {
        WORD,
        STRING,
        HEX,
        BASE64,
        TIMESTAMP,
        INTEGER,
        DECIMAL,
        SYMBOL,
        END
    }

    /** Words that are no names unless quoted. */
    static final Set<String> KEYWORDS = Set.of(
            "AND",
            "OR",
            "NOT",
            "FOLLOWEDBY",
            "LIKE",
            "MATCHES",
            "ISSUPERSET",
            "ISSUBSET",
            "EXISTS",
            "LAST",
            "IN",
            "START",
            "STOP",
            "SECONDS",
            "true",
            "false",
            "WITHIN",
            "REPEATS",
            "TIMES");

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    /** The token as a message shows it. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
