package io.acso.core.intelligence.comparison;

import java.net.Inet6Address;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address or network in CIDR notation; bits beyond the prefix do not matter.
 *
 * @param address 4 or 16 bytes
 * @param prefix how many leading bits all addresses share
 */
record AddressRange(byte[] address, int prefix) {

    private static final int LONGEST_VERSION_4 = 15;
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");

    static AddressRange required(String text) {
        AddressRange range = of(text);
        if (range == null) {
            throw new IllegalArgumentException(
                    Undecidable.shown(text) + " is no address or network: write it as 192.0.2.0/24 or 2001:db8::/32");
        }
        return range;
    }

    /** Null when the text is neither an address nor a network. */
    static @Nullable AddressRange of(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int bits = address.length * Byte.SIZE;
        if (slash < 0) {
            return new AddressRange(address, bits);
        }
        String prefix = text.substring(slash + 1);
        return PREFIX.matcher(prefix).matches() && Integer.parseInt(prefix) <= bits
                ? new AddressRange(address, Integer.parseInt(prefix))
                : null;
    }

    boolean contains(AddressRange other) {
        if (address.length != other.address.length || prefix > other.prefix) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        int rest = Byte.SIZE - prefix % Byte.SIZE;
        return Arrays.equals(address, 0, whole, other.address, 0, whole)
                && (rest == Byte.SIZE || (address[whole] ^ other.address[whole]) >> rest << rest == 0);
    }

    private static byte @Nullable [] address(String text) {
        if (text.indexOf(':') < 0) {
            return text.length() > LONGEST_VERSION_4 ? null : version4(text);
        }
        try {
            return VERSION_6.matcher(text).matches()
                    ? Inet6Address.ofLiteral(text).getAddress()
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte @Nullable [] version4(String text) {
        byte[] bytes = new byte[4];
        int octets = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9' && value <= 0xFF) {
                value = Math.max(value, 0) * 10 + c - '0';
            } else if (c == '.' && value >= 0 && value <= 0xFF && octets < bytes.length) {
                bytes[octets++] = (byte) value;
                value = -1;
            } else {
                return null;
            }
        }
        return octets == bytes.length ? bytes : null;
    }
}
