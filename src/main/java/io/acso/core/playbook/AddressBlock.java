package io.acso.core.playbook;

import java.net.InetAddress;

/** Whether one block of addresses, or one address, lies within another. */
final class AddressBlock {

    private AddressBlock() {}

    /** False also when one of them is no address; a name is never looked up. */
    static boolean within(String inner, String outer) {
        try {
            byte[] one = address(inner);
            byte[] other = address(outer);
            int bits = bits(outer, other);
            return one.length == other.length && bits(inner, one) >= bits && samePrefix(one, other, bits);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] address(String block) {
        int slash = block.indexOf('/');
        return InetAddress.ofLiteral(slash < 0 ? block : block.substring(0, slash))
                .getAddress();
    }

    private static int bits(String block, byte[] address) {
        int slash = block.indexOf('/');
        int bits = slash < 0 ? address.length * Byte.SIZE : Integer.parseInt(block.substring(slash + 1));
        if (bits < 0 || bits > address.length * Byte.SIZE) {
            throw new IllegalArgumentException(block);
        }
        return bits;
    }

    private static boolean samePrefix(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
