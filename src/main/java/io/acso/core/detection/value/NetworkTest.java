package io.acso.core.detection.value;

import java.util.HexFormat;

/**
 * The address lies in a network, IPv4 or IPv6.
 *
 * @param prefix the network's bytes in hex, host bits cleared
 */
public record NetworkTest(String prefix, int bits) implements ValueTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final int MAPPED_BITS = 96;

    /** @throws IllegalArgumentException when the text is not {@code address/bits} or an address */
    public static NetworkTest parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("'" + text + "' is not a network: write it as 10.0.0.0/8 or fe80::/10");
        }
        int width = address.length * Byte.SIZE;
        int bits = slash < 0 ? width : bits(text.substring(slash + 1), text.indexOf(':') >= 0, width);
        if (bits < 0 || bits > width) {
            throw new IllegalArgumentException("'" + text + "': the prefix length must be between 0 and " + width);
        }
        return new NetworkTest(HEX.formatHex(masked(address, bits)), bits);
    }

    @Override
    public boolean test(Value value) {
        byte[] address = value.address();
        if (address == null || address.length * 2 != prefix.length()) {
            return false;
        }
        for (int bit = 0, i = 0; bit < bits; bit += Byte.SIZE, i++) {
            int mask = mask(bits - bit);
            int expected = HexFormat.fromHexDigits(prefix, i * 2, i * 2 + 2);
            if ((address[i] & mask) != expected) {
                return false;
            }
        }
        return true;
    }

    /** The network's address, 4 or 16 bytes. */
    public byte[] address() {
        return HEX.parseHex(prefix);
    }

    private static int bits(String digits, boolean version6, int width) {
        try {
            int bits = Integer.parseInt(digits);
            return version6 && width == Integer.SIZE ? bits - MAPPED_BITS : bits;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < masked.length; i++) {
            masked[i] = (byte) (address[i] & mask(bits - i * Byte.SIZE));
        }
        return masked;
    }

    /** A byte with the first {@code bits} bits set. */
    private static int mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= Byte.SIZE ? 0xFF : 0xFF << (Byte.SIZE - bits) & 0xFF;
    }
}
