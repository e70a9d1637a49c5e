package io.acso.platform.journal.embedded;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A Bloom filter over event keys: says cheaply that a day does not have an id. Keys are hashes, so their own
 * bits choose the places. Filled by one thread, then only read.
 */
final class IdFilter {

    private static final int BITS_PER_KEY = 10;
    private static final int PROBES = 7;
    private static final long MOST_BITS = 1L << 29;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final long[] words;
    private final long mask;

    /** With more keys than 64 MB serve well it answers "perhaps" more often, which is slower, never wrong. */
    IdFilter(long keys) {
        long bits = Long.highestOneBit(Math.clamp(keys * BITS_PER_KEY, 64, MOST_BITS / 2)) * 2;
        this.words = new long[(int) (bits / Long.SIZE)];
        this.mask = bits - 1;
    }

    void add(byte[] key) {
        long step = step(key);
        long at = first(key);
        for (int i = 0; i < PROBES; i++, at += step) {
            words[(int) ((at & mask) >>> 6)] |= 1L << at;
        }
    }

    boolean mayHave(byte[] key) {
        long step = step(key);
        long at = first(key);
        for (int i = 0; i < PROBES; i++, at += step) {
            if ((words[(int) ((at & mask) >>> 6)] & 1L << at) == 0) {
                return false;
            }
        }
        return true;
    }

    private static long first(byte[] key) {
        return (long) LONG.get(key, 0);
    }

    /** Odd, so that the probes differ. */
    private static long step(byte[] key) {
        return (long) LONG.get(key, key.length - Long.BYTES) | 1;
    }
}
