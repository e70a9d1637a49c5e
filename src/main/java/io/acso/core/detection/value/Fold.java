package io.acso.core.detection.value;

/** Which differences between characters do not count. Folding never changes the length. */
public enum Fold {
    EXACT(false, false),
    CASELESS(true, false),
    /** The five characters that Windows takes for the dash of an option are one. */
    DASHES(false, true),
    CASELESS_DASHES(true, true);

    /** Hyphen, slash, en dash, em dash, horizontal bar. */
    public static final String DASH_CHARACTERS = "-/\u2013\u2014\u2015";

    private final boolean caseless;
    private final boolean dashes;

    private final char[] plain = new char[128];

    Fold(boolean caseless, boolean dashes) {
        this.caseless = caseless;
        this.dashes = dashes;
        for (char c = 0; c < plain.length; c++) {
            plain[c] = dashes && c == '/' ? '-' : caseless ? Character.toLowerCase(c) : c;
        }
    }

    public static Fold of(boolean cased, boolean dashes) {
        if (cased) {
            return dashes ? DASHES : EXACT;
        }
        return dashes ? CASELESS_DASHES : CASELESS;
    }

    public String apply(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (apply(text.charAt(i)) != text.charAt(i)) {
                return applyFrom(i, text.toCharArray());
            }
        }
        return text;
    }

    private String applyFrom(int start, char[] chars) {
        for (int i = start; i < chars.length; i++) {
            chars[i] = apply(chars[i]);
        }
        return new String(chars);
    }

    /** Folds in place. */
    public void apply(char[] chars) {
        char[] ascii = plain;
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            chars[i] = c < ascii.length ? ascii[c] : apply(c);
        }
    }

    /** One character at a time, as {@link String#equalsIgnoreCase} does: no locale, no context. */
    public char apply(char c) {
        if (dashes && DASH_CHARACTERS.indexOf(c) >= 0) {
            return '-';
        }
        if (!caseless) {
            return c;
        }
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
