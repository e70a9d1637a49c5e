package io.acso.core.detection.value;

import java.util.List;

/** The cheapest test for a text with wildcards. All texts are folded. */
final class TextTests {

    private TextTests() {}

    static ValueTest of(Wildcards pattern, Fold fold) {
        int length = pattern.length();
        boolean before = length > 0 && pattern.symbol(0) == Wildcards.MANY;
        boolean after = length > 1 && pattern.symbol(length - 1) == Wildcards.MANY;
        int from = before ? 1 : 0;
        int to = after ? length - 1 : length;
        for (int i = from; i < to; i++) {
            if (pattern.symbol(i) < 0) {
                return new Glob(pattern, fold);
            }
        }
        String text = pattern.text(from, to);
        if (before) {
            return after || text.isEmpty() ? new Contains(text, fold) : new Suffix(text, fold);
        }
        return after ? new Prefix(text, fold) : new Equal(text, fold);
    }

    private static List<Needle> needles(String text, Needle.Place place, Fold fold, boolean decides) {
        boolean everywhere = text.isEmpty() && place != Needle.Place.WHOLE;
        return everywhere ? List.of() : List.of(new Needle(text, place, fold, decides));
    }

    record Equal(String text, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return value.text(fold).equals(text);
        }

        @Override
        public List<Needle> needles() {
            return TextTests.needles(text, Needle.Place.WHOLE, fold, true);
        }
    }

    record Prefix(String text, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return value.text(fold).startsWith(text);
        }

        @Override
        public List<Needle> needles() {
            return TextTests.needles(text, Needle.Place.START, fold, true);
        }
    }

    record Suffix(String text, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return value.text(fold).endsWith(text);
        }

        @Override
        public List<Needle> needles() {
            return TextTests.needles(text, Needle.Place.END, fold, true);
        }
    }

    record Contains(String text, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return value.text(fold).contains(text);
        }

        @Override
        public List<Needle> needles() {
            return TextTests.needles(text, Needle.Place.ANYWHERE, fold, true);
        }
    }

    /** Any mixture of wildcards, in time at most the product of the lengths. */
    record Glob(Wildcards pattern, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return matches(value.text(fold));
        }

        /** The longest stretch without a wildcard. */
        @Override
        public List<Needle> needles() {
            String longest = "";
            int from = 0;
            for (int i = 0; i <= pattern.length(); i++) {
                if (i == pattern.length() || pattern.symbol(i) < 0) {
                    String stretch = pattern.text(from, i);
                    longest = stretch.length() > longest.length() ? stretch : longest;
                    from = i + 1;
                }
            }
            return TextTests.needles(longest, Needle.Place.ANYWHERE, fold, false);
        }

        private boolean matches(String text) {
            int at = 0;
            int symbol = 0;
            int star = -1;
            int retry = 0;
            while (at < text.length()) {
                if (symbol < pattern.length() && pattern.symbol(symbol) == Wildcards.MANY) {
                    star = symbol++;
                    retry = at;
                } else if (symbol < pattern.length() && accepts(pattern.symbol(symbol), text.codePointAt(at))) {
                    at += Character.charCount(text.codePointAt(at));
                    symbol++;
                } else if (star >= 0) {
                    retry += Character.charCount(text.codePointAt(retry));
                    at = retry;
                    symbol = star + 1;
                } else {
                    return false;
                }
            }
            while (symbol < pattern.length() && pattern.symbol(symbol) == Wildcards.MANY) {
                symbol++;
            }
            return symbol == pattern.length();
        }

        private static boolean accepts(int symbol, int point) {
            return symbol == Wildcards.ONE || symbol == point;
        }
    }
}
