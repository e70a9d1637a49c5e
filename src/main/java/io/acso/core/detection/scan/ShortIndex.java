package io.acso.core.detection.scan;

import java.util.Arrays;

/**
 * Needles anywhere in a text that are too short for {@link GramIndex}. Of single characters only which ones occur is
 * noted on the way; two characters are the key of the others, and a bit table says where none begins.
 */
final class ShortIndex {

    private static final int ASCII = 128;

    private final int[][] singles = new int[ASCII][];
    private final long[] singlesUsed = new long[2];
    private final long[] pairs = new long[1 << 10];
    private final char[][] needles;
    private final int[] numbers;
    private final Chains byPair;

    ShortIndex(Needles needles) {
        this.needles = needles.chars();
        this.numbers = needles.numberArray();
        this.byPair = new Chains(needles.size());
        for (int i = 0; i < this.needles.length; i++) {
            char[] needle = this.needles[i];
            int key = key(needle[0], needle.length > 1 ? needle[1] : 0);
            byPair.put(needle.length > 1 ? key : -1 - needle[0]);
            if (needle.length > 1) {
                pairs[key >>> 6] |= 1L << key;
            } else if (needle[0] < ASCII) {
                single(needle[0], numbers[i]);
            }
        }
    }

    private void single(char c, int number) {
        int[] known = singles[c] == null ? new int[0] : singles[c];
        singles[c] = Arrays.copyOf(known, known.length + 1);
        singles[c][known.length] = number;
        singlesUsed[c >>> 6] |= 1L << c;
    }

    private static int key(int before, int c) {
        return ((before ^ before >>> Byte.SIZE) & 0xFF) << Byte.SIZE | (c ^ c >>> Byte.SIZE) & 0xFF;
    }

    void find(char[] text, int length, Hits hits) {
        long low = 0;
        long high = 0;
        char before = 0;
        for (int at = 0; at < length; at++) {
            char c = text[at];
            if (c < Long.SIZE) {
                low |= 1L << c;
            } else if (c < ASCII) {
                high |= 1L << c;
            } else {
                look(-1 - c, text, at, length, hits);
            }
            int key = key(before, c);
            if ((pairs[key >>> 6] >>> key & 1) != 0 && at > 0) {
                look(key, text, at - 1, length, hits);
            }
            before = c;
        }
        report(low & singlesUsed[0], 0, hits);
        report(high & singlesUsed[1], Long.SIZE, hits);
    }

    private void report(long seen, int from, Hits hits) {
        for (long left = seen; left != 0; left &= left - 1) {
            for (int number : singles[from + Long.numberOfTrailingZeros(left)]) {
                hits.hit(number);
            }
        }
    }

    private void look(int key, char[] text, int at, int length, Hits hits) {
        for (int entry = byPair.first(key); entry >= 0; entry = byPair.after(entry)) {
            char[] needle = needles[entry];
            if (at + needle.length <= length && Regions.same(needle, text, at)) {
                hits.hit(numbers[entry]);
            }
        }
    }
}
