package io.acso.core.intelligence.comparison;

/** SQL's LIKE: {@code %} stands for any characters, {@code _} for one; the pattern covers the whole text. */
final class Like {

    /** Few patterns and texts need more than their lengths; the worst need the product. */
    private static final int MAX_STEPS = 50_000_000;

    private Like() {}

    /** @throws Undecidable when that could not be found out within the steps */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int retryPattern = -1;
        int retryText = 0;
        int steps = 0;
        while (t < text.length()) {
            if (++steps > MAX_STEPS) {
                throw new Undecidable("LIKE needs more than " + MAX_STEPS + " steps: " + Undecidable.shown(pattern));
            }
            int c = text.codePointAt(t);
            if (p < pattern.length() && pattern.charAt(p) == '%') { // only the last one is ever tried again
                retryPattern = ++p;
                retryText = t;
            } else if (p < pattern.length() && fits(pattern.codePointAt(p), c)) {
                p += Character.charCount(pattern.codePointAt(p));
                t += Character.charCount(c);
            } else if (retryPattern >= 0) {
                p = retryPattern;
                retryText += Character.charCount(text.codePointAt(retryText));
                t = retryText;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '%') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean fits(int expected, int found) {
        return expected == '_' || expected == found;
    }
}
