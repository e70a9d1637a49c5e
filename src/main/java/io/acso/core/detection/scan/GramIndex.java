package io.acso.core.detection.scan;

import java.util.HashMap;
import java.util.Map;

/**
 * Needles anywhere in a text. Each needle is found by one stretch of four characters of it, its rarest among
 * all needles. A window of four goes over the text; a bit table that fits the processor's nearest cache says for
 * nearly every place that no needle has its stretch there, and only the few others are looked up and compared. So the
 * cost of a character hardly depends on the number of needles, where an automaton over all of them leaves the caches.
 */
final class GramIndex {

    /** Shorter needles cannot be found here. */
    static final int WIDTH = 4;

    private static final int GOLDEN = 0x9E3779B9;
    private static final int LEAST_BITS = 10;
    private static final int MOST_BITS = 18;

    /** Bits a needle gets in the table: one place in 32 is looked at in vain. */
    private static final int BITS_PER_NEEDLE = 5;

    private final int shift;
    private final long[] filter;
    private final char[][] needles;
    private final int[] numbers;
    private final int[] offsets;
    private final Chains byKey;

    /** @param needles none shorter than {@link #WIDTH} */
    GramIndex(Needles needles) {
        this.needles = needles.chars();
        this.numbers = needles.numberArray();
        this.offsets = new int[needles.size()];
        this.byKey = new Chains(needles.size());
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(needles.size()) + BITS_PER_NEEDLE;
        bits = Math.max(LEAST_BITS, Math.min(MOST_BITS, bits));
        this.shift = Integer.SIZE - bits;
        this.filter = new long[1 << bits - 6];
        index();
    }

    private void index() {
        Map<Integer, Integer> uses = new HashMap<>();
        for (char[] needle : needles) {
            for (int from = 0; from + WIDTH <= needle.length; from++) {
                uses.merge(key(needle, from), 1, Integer::sum);
            }
        }
        for (int i = 0; i < needles.length; i++) {
            offsets[i] = rarest(needles[i], uses);
            int key = key(needles[i], offsets[i]);
            byKey.put(key);
            int bit = key * GOLDEN >>> shift;
            filter[bit >>> 6] |= 1L << bit;
        }
    }

    private int rarest(char[] needle, Map<Integer, Integer> uses) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int from = 0; from + WIDTH <= needle.length; from++) {
            int count = uses.getOrDefault(key(needle, from), 0);
            if (count < least) {
                least = count;
                best = from;
            }
        }
        return best;
    }

    private int key(char[] text, int from) {
        int key = 0;
        for (int i = from; i < from + WIDTH; i++) {
            key = key << Byte.SIZE | octet(text[i]);
        }
        return key;
    }

    private static int octet(char c) {
        return (c ^ c >>> Byte.SIZE) & 0xFF;
    }

    void find(char[] text, int length, Hits hits) {
        if (length < WIDTH) {
            return;
        }
        int key = 0;
        for (int i = 0; i < WIDTH - 1; i++) {
            key = key << Byte.SIZE | octet(text[i]);
        }
        for (int end = WIDTH - 1; end < length; end++) {
            key = key << Byte.SIZE | octet(text[end]);
            int bit = key * GOLDEN >>> shift;
            if ((filter[bit >>> 6] >>> bit & 1) != 0) {
                look(key, text, end - WIDTH + 1, length, hits);
            }
        }
    }

    private void look(int key, char[] text, int at, int length, Hits hits) {
        for (int entry = byKey.first(key); entry >= 0; entry = byKey.after(entry)) {
            char[] needle = needles[entry];
            int from = at - offsets[entry];
            if (from >= 0 && from + needle.length <= length && Regions.same(needle, text, from)) {
                hits.hit(numbers[entry]);
            }
        }
    }
}
