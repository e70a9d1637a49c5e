package io.acso.core.intelligence.feed;

import org.jspecify.annotations.Nullable;

/** The words of a STIX pattern: brackets, operators, paths with their quoted keys, and texts in quotes. */
final class PatternWords {

    private static final String SINGLE = "[](),=<>!";

    private final String pattern;
    private int from;
    private int to;

    PatternWords(String pattern) {
        this.pattern = pattern;
        advance();
    }

    boolean ended() {
        return from == pattern.length();
    }

    /** The word of the moment; empty at the end. */
    String word() {
        return pattern.substring(from, to);
    }

    /** Goes on when the word of the moment is this. */
    boolean skip(String word) {
        boolean here = to - from == word.length() && pattern.startsWith(word, from);
        if (here) {
            advance();
        }
        return here;
    }

    /** What a text in quotes says; null when the word of the moment is none. */
    @Nullable
    String text() {
        if (to - from < 2 || pattern.charAt(from) != '\'' || pattern.charAt(to - 1) != '\'') {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int at = from + 1; at < to - 1; at++) {
            if (pattern.charAt(at) == '\\' && at + 1 < to - 1) {
                at++;
            }
            text.append(pattern.charAt(at));
        }
        return text.toString();
    }

    void advance() {
        from = to;
        while (from < pattern.length() && Character.isWhitespace(pattern.charAt(from))) {
            from++;
        }
        to = from;
        if (from < pattern.length()) {
            to = SINGLE.indexOf(pattern.charAt(from)) >= 0 ? from + 1 : endOfWord();
        }
    }

    /** A quote within a path belongs to it, and what is quoted is not looked at. */
    private int endOfWord() {
        int at = from;
        while (at < pattern.length()
                && !Character.isWhitespace(pattern.charAt(at))
                && SINGLE.indexOf(pattern.charAt(at)) < 0) {
            at = pattern.charAt(at) == '\'' ? endOfQuote(at + 1) : at + 1;
        }
        return at;
    }

    private int endOfQuote(int inside) {
        int at = inside;
        while (at < pattern.length() && pattern.charAt(at) != '\'') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, pattern.length());
    }
}
