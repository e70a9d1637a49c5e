package io.acso.core.intelligence.bulk;

import java.util.BitSet;

/**
 * Blocks of 4,096 IPv4 addresses that a network touches: 128 KiB that stay near the processor and tell most addresses
 * at once that no network is around them.
 */
final class NetworkFilter {

    private static final int BITS = 20;

    private final BitSet touched = new BitSet(1 << BITS);

    void add(byte[] network) {
        int length = Math.min(Addresses.length(network), BITS);
        int first = block(network);
        touched.set(first, first + (1 << (BITS - length)));
    }

    boolean touches(byte[] address) {
        return touched.get(block(address));
    }

    private static int block(byte[] address) {
        return (address[0] & 0xff) << 12 | (address[1] & 0xff) << 4 | (address[2] & 0xff) >>> 4;
    }
}
