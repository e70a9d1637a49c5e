package io.acso.core.intelligence.bulk;

/** All endings of a key, the shortest first, each hashed by one more step. */
final class Endings {

    private final KeyHash hash;
    private final int type;
    private final byte[] key;
    private long state;
    private long word = KeyHash.NO_BYTES;
    private int from;

    Endings(KeyHash hash, int type, byte[] key) {
        this.hash = hash;
        this.type = type;
        this.key = key;
        this.state = hash.begin(type);
        this.from = key.length;
    }

    /** Where the next longer ending begins; -1 after the whole. */
    int next() {
        if (from == 0) {
            return -1;
        }
        byte b = key[--from];
        if (KeyHash.endsBefore(word, b)) {
            state = hash.absorb(state, word);
            word = KeyHash.NO_BYTES;
        }
        word = (word << 8) | (b & 0xff);
        return from;
    }

    /** Looks for the ending of the moment. */
    long find(KeyTable table) {
        return table.find(type, key, from, key.length, hash.finish(state, word));
    }
}
