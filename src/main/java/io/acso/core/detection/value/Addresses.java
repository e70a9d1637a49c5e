package io.acso.core.detection.value;

import java.net.Inet6Address;
import org.jspecify.annotations.Nullable;

/** Reads IP addresses as written, strictly and without asking any name server. */
final class Addresses {

    private static final int LONGEST = 64;
    private static final int OCTETS = 4;
    private static final int MAX_OCTET = 255;
    private static final int MAX_OCTET_DIGITS = 3;

    private Addresses() {}

    /** 4 or 16 bytes; an IPv4 address mapped into IPv6 is the IPv4 address. A zone after {@code %} is ignored. */
    static byte @Nullable [] parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        return text.indexOf(':') >= 0 ? version6(text) : version4(text);
    }

    private static byte @Nullable [] version4(String text) {
        byte[] bytes = new byte[OCTETS];
        int octet = 0;
        int digits = 0;
        int value = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9' && digits < MAX_OCTET_DIGITS) {
                value = value * 10 + (c - '0');
                digits++;
            } else if (c == '.' && digits > 0 && value <= MAX_OCTET && octet < OCTETS) {
                bytes[octet++] = (byte) value;
                value = 0;
                digits = 0;
            } else {
                return null;
            }
        }
        return octet == OCTETS ? bytes : null;
    }

    private static byte @Nullable [] version6(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
                return null;
            }
        }
        try {
            return Inet6Address.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
