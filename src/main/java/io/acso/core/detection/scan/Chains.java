package io.acso.core.detection.scan;

import java.util.Arrays;

/**
 * A hash table from an int to the entries that share it, flat in memory: open addressing, then a chain. Entry numbers
 * are those of {@link #put} in order.
 */
final class Chains {

    private static final int GOLDEN = 0x9E3779B9;
    private static final int NONE = -1;

    private final int shift;
    private final int mask;
    private final int[] keys;
    private final int[] heads;
    private final int[] next;
    private int entries;

    Chains(int capacity) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(4, capacity * 2) - 1);
        this.shift = Integer.SIZE - bits;
        this.mask = (1 << bits) - 1;
        this.keys = new int[1 << bits];
        this.heads = new int[1 << bits];
        this.next = new int[capacity];
        Arrays.fill(heads, NONE);
    }

    void put(int key) {
        int slot = slot(key);
        keys[slot] = key;
        next[entries] = heads[slot];
        heads[slot] = entries++;
    }

    /** The first entry with the key, or a negative number. */
    int first(int key) {
        return heads[slot(key)];
    }

    /** The entry after this one with the same key, or a negative number. */
    int after(int entry) {
        return next[entry];
    }

    private int slot(int key) {
        int slot = key * GOLDEN >>> shift;
        while (heads[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
