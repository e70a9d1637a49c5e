package io.acso.core.intelligence.bulk;

import com.google.common.net.InetAddresses;
import io.acso.core.intelligence.IndicatorType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Addresses and networks. An IPv4 address within IPv6 ({@code ::ffff:192.0.2.1}) is the IPv4 address. */
final class Addresses {

    private static final int MAX_TEXT = 64;
    private static final int V4 = 4;
    private static final int OVER = 256;
    private static final int BITS = 8;

    private Addresses() {}

    /** The 4 or 16 bytes of an address; null when it is none. */
    static byte @Nullable [] bytes(String text) {
        if (text.length() > MAX_TEXT || !begins(text)) {
            return null;
        }
        if (text.indexOf(':') < 0) {
            return v4(text);
        }
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        return InetAddresses.isInetAddress(address)
                ? InetAddresses.forString(address).getAddress()
                : null;
    }

    /** Four numbers without leading zeros, which some would read as octal. */
    private static byte @Nullable [] v4(String text) {
        byte[] address = new byte[V4];
        int part = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c == '.') {
                if (value < 0 || part == V4) {
                    return null;
                }
                address[part++] = (byte) value;
                value = -1;
            } else {
                value = c < '0' || c > '9' || value == 0 ? OVER : Math.max(0, value) * 10 + c - '0';
                if (value >= OVER) {
                    return null;
                }
            }
        }
        return part == V4 ? address : null;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && (Character.digit(text.charAt(0), 16) >= 0 || text.charAt(0) == ':');
    }

    /** An address, or a network {@code address/length}; null when it is neither. */
    static @Nullable Key key(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        if (slash < 0) {
            return address(address);
        }
        int length = length(text, slash + 1);
        if (length < 0 || length > address.length * BITS) {
            return null;
        }
        return length == address.length * BITS ? address(address) : network(address, length);
    }

    static Key address(byte[] bytes) {
        return new Key(bytes.length == V4 ? IndicatorType.IPV4_ADDRESS : IndicatorType.IPV6_ADDRESS, bytes);
    }

    /** The network of this length around an address. */
    static Key network(byte[] address, int length) {
        byte[] key = Arrays.copyOf(address, address.length + 1);
        mask(key, address.length, length);
        key[address.length] = (byte) length;
        return new Key(address.length == V4 ? IndicatorType.IPV4_NETWORK : IndicatorType.IPV6_NETWORK, key);
    }

    /** Clears the bits of the first bytes after the prefix. */
    static void mask(byte[] bytes, int size, int length) {
        for (int at = length / BITS; at < size; at++) {
            int kept = Math.max(0, length - at * BITS);
            bytes[at] = (byte) (bytes[at] & (0xff << (BITS - kept)));
        }
    }

    /** The prefix length in the key of a network. */
    static int length(byte[] key) {
        return key[key.length - 1] & 0xff;
    }

    private static int length(String text, int from) {
        int digits = text.length() - from;
        if (digits < 1 || digits > 3) {
            return -1;
        }
        int length = 0;
        for (int at = from; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            length = length * 10 + digit;
        }
        return length;
    }

    static String text(Key key) {
        return switch (key.type()) {
            case IPV4_NETWORK, IPV6_NETWORK ->
                text(Arrays.copyOf(key.bytes(), key.bytes().length - 1)) + "/" + length(key.bytes());
            default -> text(key.bytes());
        };
    }

    private static String text(byte[] address) {
        try {
            return InetAddresses.toAddrString(InetAddress.getByAddress(address));
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
