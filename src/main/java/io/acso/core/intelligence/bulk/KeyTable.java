package io.acso.core.intelligence.bulk;

import java.util.Arrays;

/**
 * From a key to the address of its record, by open addressing. A slot holds 24 bits of the hash beside the address, so
 * that a value that is not there costs one look at memory; a key is found only when the stored bytes are equal, so
 * none is found that is not there.
 */
final class KeyTable {

    static final long ABSENT = -1;

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int ADDRESS_BITS = 40;
    private static final long ADDRESS = (1L << ADDRESS_BITS) - 1;

    private final KeyHash hash;
    private final Pages pages;
    private long[] slots = new long[FIRST_CAPACITY];
    private int size;

    KeyTable(KeyHash hash, Pages pages) {
        this.hash = hash;
        this.pages = pages;
    }

    /** @param hashed by the hash of this table over exactly these bytes */
    long find(int type, byte[] key, int from, int to, long hashed) {
        long slot = slots[slotOf(type, key, from, to, hashed)];
        return slot == 0 ? ABSENT : (slot & ADDRESS) - 1;
    }

    long find(int type, byte[] key) {
        return find(type, key, 0, key.length, hash.of(type, key, 0, key.length));
    }

    /** From now on the key's record is this. */
    void put(int type, byte[] key, long address) {
        if (size >= slots.length / 10 * 7) {
            grow();
        }
        long hashed = hash.of(type, key, 0, key.length);
        int at = slotOf(type, key, 0, key.length, hashed);
        if (slots[at] == 0) {
            size++;
        }
        slots[at] = mark(hashed) | (address + 1);
    }

    int size() {
        return size;
    }

    long bytes() {
        return 8L * slots.length;
    }

    private int slotOf(int type, byte[] key, int from, int to, long hashed) {
        int mask = slots.length - 1;
        int at = (int) hashed & mask;
        while (slots[at] != 0 && !holds(slots[at], type, key, from, to, hashed)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private boolean holds(long slot, int type, byte[] key, int from, int to, long hashed) {
        if ((slot & ~ADDRESS) != mark(hashed)) {
            return false;
        }
        long address = (slot & ADDRESS) - 1;
        byte[] page = pages.page(address);
        int at = pages.offset(address);
        int start = Layout.keyStart(at);
        return Layout.type(page, at) == type
                && Arrays.equals(page, start, start + Layout.keyLength(page, at), key, from, to);
    }

    private static long mark(long hashed) {
        return hashed & ~ADDRESS;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long slot : old) {
            if (slot != 0) {
                long address = (slot & ADDRESS) - 1;
                byte[] page = pages.page(address);
                int start = Layout.keyStart(pages.offset(address));
                int end = start + Layout.keyLength(page, pages.offset(address));
                int at = (int) hash.of(Layout.type(page, pages.offset(address)), page, start, end) & mask;
                while (slots[at] != 0) {
                    at = (at + 1) & mask;
                }
                slots[at] = slot;
            }
        }
    }
}
