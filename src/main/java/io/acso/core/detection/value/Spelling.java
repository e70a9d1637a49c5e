package io.acso.core.detection.value;

import java.util.function.UnaryOperator;

/** Writes text with wildcards out again, and changes what is between the wildcards. */
public final class Spelling {

    private static final String SPECIAL = "\\*?";

    private Spelling() {}

    /** Text that {@link Wildcards#parse} reads as the same; a backslash is doubled only where it has to be. */
    public static String of(Wildcards text) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int symbol = text.symbol(i);
            if (symbol == '*' || symbol == '?' || (symbol == '\\' && escapes(text, i + 1))) {
                written.append('\\');
            }
            append(written, symbol);
        }
        return written.toString();
    }

    private static boolean escapes(Wildcards text, int index) {
        return index < text.length() && (text.symbol(index) < 0 || SPECIAL.indexOf(text.symbol(index)) >= 0);
    }

    /**
     * As a person would write it, for regular expressions to look at: backslashes are doubled only where a wildcard or
     * what looks like one follows.
     */
    public static String plain(Wildcards text) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int symbol = text.symbol(i);
            if (symbol == '*' || symbol == '?' || (symbol == '\\' && leadsToWildcard(text, i))) {
                written.append('\\');
            }
            append(written, symbol);
        }
        return written.toString();
    }

    private static boolean leadsToWildcard(Wildcards text, int from) {
        int end = from;
        while (end < text.length() && text.symbol(end) == '\\') {
            end++;
        }
        return end < text.length() && (text.symbol(end) < 0 || text.symbol(end) == '*' || text.symbol(end) == '?');
    }

    /** The reverse of {@link #plain}. */
    public static Wildcards ofPlain(String text) {
        StringBuilder source = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) == '\\') {
                end++;
            }
            boolean wildcard = end < text.length() && (text.charAt(end) == '*' || text.charAt(end) == '?');
            source.repeat("\\", wildcard ? end - at : 2 * (end - at));
            if (end < text.length()) {
                source.append(text.charAt(end));
            }
            at = end + 1;
        }
        return Wildcards.parse(source.toString());
    }

    /** As a person reads it: no backslash but the author's own, so that some of it could be read in two ways. */
    public static String shown(Wildcards text) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            append(written, text.symbol(i));
        }
        return written.toString();
    }

    /** The reverse of {@link #shown}, where each star and question mark is a wildcard. */
    public static Wildcards ofShown(String text) {
        return Wildcards.parse(text.replace("\\", "\\\\"));
    }

    /** With each stretch between wildcards replaced. */
    public static Wildcards mapLiterals(Wildcards text, UnaryOperator<String> change) {
        Wildcards changed = Wildcards.literal("");
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.symbol(i) < 0) {
                String literal = i > from ? change.apply(text.text(from, i)) : "";
                changed = changed.followedBy(Wildcards.literal(literal));
                if (i < text.length()) {
                    changed = changed.followedBy(new Wildcards(new int[] {text.symbol(i)}));
                }
                from = i + 1;
            }
        }
        return changed;
    }

    /** A regular expression that finds the same, without its anchors. */
    public static String regex(Wildcards text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int symbol = text.symbol(i);
            if (symbol == Wildcards.MANY) {
                regex.append(".*");
            } else if (symbol == Wildcards.ONE) {
                regex.append('.');
            } else {
                regex.append("\\^$.|?*+()[]{}".indexOf(symbol) >= 0 ? "\\" : "").appendCodePoint(symbol);
            }
        }
        return regex.toString();
    }

    private static void append(StringBuilder written, int symbol) {
        if (symbol < 0) {
            written.append(symbol == Wildcards.MANY ? '*' : '?');
        } else {
            written.appendCodePoint(symbol);
        }
    }
}
