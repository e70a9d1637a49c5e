package io.acso.core.detection.scan;

/**
 * Needles at the start of a text, at its end, or that are the whole of it: one pass over as many characters as the
 * longest needle has, with a look into a hash table at each length that a needle has.
 */
final class EdgeIndex {

    enum Edge {
        START,
        END,
        WHOLE
    }

    private static final int GOLDEN = 0x9E3779B9;
    private static final int PRIME = 31;

    /** At every so many characters it is asked whether any needle begins so, and mostly none does. */
    private static final int STRIDE = 8;

    private static final int BEGINNING_BITS = 14;

    private final Edge edge;
    private final char[][] needles;
    private final int[] numbers;
    private final Chains byHash;
    private final boolean[] lengths;
    private final long[] beginnings = new long[1 << BEGINNING_BITS - 6];

    EdgeIndex(Edge edge, Needles needles) {
        this.edge = edge;
        this.needles = needles.chars();
        this.numbers = needles.numberArray();
        this.byHash = new Chains(needles.size());
        int longest = 0;
        for (char[] needle : this.needles) {
            longest = Math.max(longest, needle.length);
        }
        this.lengths = new boolean[longest + 1];
        for (char[] needle : this.needles) {
            lengths[needle.length] = true;
            byHash.put(hash(needle, needle.length));
            for (int length = STRIDE; length < needle.length; length += STRIDE) {
                int bit = bit(hash(needle, length));
                beginnings[bit >>> 6] |= 1L << bit;
            }
        }
    }

    private static int bit(int hash) {
        return hash * GOLDEN >>> Integer.SIZE - BEGINNING_BITS;
    }

    /** Whether some needle goes on after what has this hash. */
    private boolean goesOn(int hash, int length) {
        if ((length & STRIDE - 1) != 0) {
            return true;
        }
        int bit = bit(hash);
        return (beginnings[bit >>> 6] >>> bit & 1) != 0;
    }

    private int hash(char[] needle, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * PRIME + needle[edge == Edge.END ? needle.length - 1 - i : i];
        }
        return hash;
    }

    void find(char[] text, int length, Hits hits) {
        switch (edge) {
            case START -> fromStart(text, length, hits);
            case END -> fromEnd(text, length, hits);
            case WHOLE -> whole(text, length, hits);
        }
    }

    private void fromStart(char[] text, int length, Hits hits) {
        int hash = 0;
        int limit = Math.min(length, lengths.length - 1);
        for (int i = 0; i < limit; i++) {
            hash = hash * PRIME + text[i];
            if (lengths[i + 1]) {
                look(hash, text, 0, i + 1, hits);
            }
            if (!goesOn(hash, i + 1)) {
                return;
            }
        }
    }

    private void fromEnd(char[] text, int length, Hits hits) {
        int hash = 0;
        int limit = Math.min(length, lengths.length - 1);
        for (int i = 1; i <= limit; i++) {
            hash = hash * PRIME + text[length - i];
            if (lengths[i]) {
                look(hash, text, length - i, i, hits);
            }
            if (!goesOn(hash, i)) {
                return;
            }
        }
    }

    private void whole(char[] text, int length, Hits hits) {
        if (length >= lengths.length || !lengths[length]) {
            return;
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * PRIME + text[i];
        }
        look(hash, text, 0, length, hits);
    }

    private void look(int hash, char[] text, int from, int length, Hits hits) {
        for (int entry = byHash.first(hash); entry >= 0; entry = byHash.after(entry)) {
            char[] needle = needles[entry];
            if (needle.length == length && Regions.same(needle, text, from)) {
                hits.hit(numbers[entry]);
            }
        }
    }
}
