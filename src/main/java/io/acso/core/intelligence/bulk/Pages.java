package io.acso.core.intelligence.bulk;

import java.util.Arrays;

/** Records of bytes one after the other, each whole within a page, found again by address. */
final class Pages {

    /** Below half a region of G1 at any heap size: larger arrays would each waste the rest of theirs. */
    static final int SIZE = 1 << 18;

    private static final int SHIFT = 18;
    private static final byte[] NONE = {};

    private byte[][] pages = new byte[16][];
    private int count;
    private int used = SIZE;

    /** @return the address */
    long append(byte[] record, int length) {
        if (used + length > SIZE) {
            trim();
            if (count == pages.length) {
                pages = Arrays.copyOf(pages, count * 2);
            }
            pages[count++] = new byte[SIZE];
            used = 0;
        }
        System.arraycopy(record, 0, pages[count - 1], used, length);
        long address = ((long) (count - 1) << SHIFT) | used;
        used += length;
        return address;
    }

    /** Gives back what the last page does not need: a small set stays small. */
    void trim() {
        if (count > 0 && used < pages[count - 1].length) {
            pages[count - 1] = Arrays.copyOf(pages[count - 1], used);
            used = SIZE;
        }
    }

    byte[] page(long address) {
        int page = (int) (address >>> SHIFT);
        return page < count ? pages[page] : NONE;
    }

    int offset(long address) {
        return (int) address & (SIZE - 1);
    }

    long bytes() {
        return (long) count * SIZE + 8L * pages.length;
    }
}
