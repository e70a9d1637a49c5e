package io.acso.core.intelligence.bulk;

/**
 * A polynomial over the bytes, modulo 2^61 - 1, at a secret point: who writes a feed cannot choose values that collide
 * (two keys of n words do with a probability of n / 2^60). Bytes are taken from the last to the first, a word ends
 * before a dot or after seven bytes; so the hashes of all names that a name ends with are steps on one way.
 */
final class KeyHash {

    private static final long PRIME = (1L << 61) - 1;

    /** Of a word: seven bytes after a leading 1, which keeps the number of bytes. */
    static final long NO_BYTES = 1;

    static final long FULL = 1L << 56;

    private final long point;

    KeyHash(long secret) {
        this.point = (secret >>> 4) | (1L << 59);
    }

    long begin(int type) {
        return type + 1L;
    }

    long absorb(long state, long word) {
        long high = Math.multiplyHigh(state, point);
        long low = state * point;
        long sum = (low & PRIME) + ((low >>> 61) | (high << 3)) + word;
        sum = (sum & PRIME) + (sum >>> 61);
        return sum >= PRIME ? sum - PRIME : sum;
    }

    /** The hash when these are all the bytes; {@code state} and {@code word} can go on. */
    long finish(long state, long word) {
        long mixed = absorb(word == NO_BYTES ? state : absorb(state, word), NO_BYTES);
        mixed = (mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L;
        return mixed ^ (mixed >>> 32);
    }

    static boolean endsBefore(long word, byte next) {
        return word >= FULL || (next == '.' && word != NO_BYTES);
    }

    long of(int type, byte[] key, int from, int to) {
        long state = begin(type);
        long word = NO_BYTES;
        for (int at = to - 1; at >= from; at--) {
            if (endsBefore(word, key[at])) {
                state = absorb(state, word);
                word = NO_BYTES;
            }
            word = (word << 8) | (key[at] & 0xff);
        }
        return finish(state, word);
    }
}
