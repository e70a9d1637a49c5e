package io.acso.core.intelligence.comparison;

import java.util.List;
import java.util.function.Predicate;

/** SQL's LIKE: {@code %} stands for any characters, {@code _} for one; the pattern covers the whole text. */
final class Like {

    /** Few patterns and texts need more than their lengths; the worst need the product. */
    private static final int MAX_STEPS = 50_000_000;

    /** Longer ones are not worth a library search in the worst of texts. */
    private static final int SHORT = 1_000;

    private Like() {}

    static Predicate<String> of(String pattern) {
        if (pattern.indexOf('_') >= 0 || pattern.length() > SHORT) {
            return text -> matches(pattern, text);
        }
        List<String> parts = List.of(pattern.split("%", -1));
        return parts.size() == 1 ? pattern::equals : text -> inOrder(parts, text);
    }

    /** Whether the text begins with the first part, ends with the last, and has the others in between. */
    private static boolean inOrder(List<String> parts, String text) {
        if (!text.startsWith(parts.getFirst())) {
            return false;
        }
        int at = parts.getFirst().length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return text.length() - parts.getLast().length() >= at && text.endsWith(parts.getLast());
    }

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
