package io.acso.edge.ingest;

import java.util.Arrays;

/** The bytes of one record. Beyond {@code most} it drops all but the first and only counts. */
final class Stretch {

    /** How much of a record that is too large to keep is shown. */
    static final int EXCERPT = 4 * 1024;

    private static final int USUAL = 8 * 1024;
    private static final int REUSED = 256 * 1024;

    private final int most;
    private byte[] bytes = new byte[USUAL];
    private int length;
    private long size;

    Stretch(int most) {
        this.most = most;
    }

    void append(int b) {
        size++;
        if (size <= most) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(most, length * 2));
            }
            bytes[length++] = (byte) b;
        } else if (size == most + 1L) {
            length = Math.min(length, EXCERPT);
            bytes = Arrays.copyOf(bytes, length);
        }
    }

    void append(byte[] from, int offset, int count) {
        if (size + count > most || length + count > bytes.length) {
            for (int i = offset; i < offset + count; i++) {
                append(from[i]);
            }
        } else {
            System.arraycopy(from, offset, bytes, length, count);
            length += count;
            size += count;
        }
    }

    void clear() {
        if (bytes.length > REUSED || bytes.length < USUAL) {
            bytes = new byte[USUAL];
        }
        length = 0;
        size = 0;
    }

    /** How many bytes came, kept or not. */
    long size() {
        return size;
    }

    boolean whole() {
        return size == length;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** The backing array; valid up to {@link #length} until the next change. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Forgets everything from {@code at} on. */
    void cut(int at) {
        size -= length - at;
        length = at;
    }
}
