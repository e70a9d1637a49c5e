package io.acso.core.detection.value;

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

    record Equal(String text, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return value.text(fold).equals(text);
        }
    }

    record Prefix(String text, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return value.text(fold).startsWith(text);
        }
    }

    record Suffix(String text, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return value.text(fold).endsWith(text);
        }
    }

    record Contains(String text, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return value.text(fold).contains(text);
        }
    }

    /** Any mixture of wildcards, in time at most the product of the lengths. */
    record Glob(Wildcards pattern, Fold fold) implements ValueTest {
        @Override
        public boolean test(Value value) {
            return matches(value.text(fold));
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
