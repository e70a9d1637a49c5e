package io.acso.core.intelligence.bulk;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names of the DNS in lower case and ASCII, without the final dot. Of a single label there are too many that are no
 * domain, and a whole top level domain is nobody's indicator, so two labels are the least.
 */
final class DomainNames {

    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    /** An IDN may be longer in its own script's dots and letters than in ASCII. */
    private static final int MAX_TEXT = 1_024;

    private DomainNames() {}

    /** Null when the text is no name of a host or domain. */
    static byte @Nullable [] bytes(String text) {
        int end = text.endsWith(".") ? text.length() - 1 : text.length();
        if (end < 3 || end > MAX_TEXT) {
            return null;
        }
        byte[] bytes = ascii(text, end);
        return bytes == null || bytes.length > MAX_NAME ? idn(text, end) : labelled(bytes);
    }

    /** Lower case; null when a character is not ASCII. */
    private static byte @Nullable [] ascii(String text, int end) {
        byte[] bytes = new byte[end];
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                return null;
            }
            bytes[i] = (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
        return bytes;
    }

    private static byte @Nullable [] idn(String text, int end) {
        try {
            String ascii = IDN.toASCII(text.substring(0, end), IDN.ALLOW_UNASSIGNED);
            String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return name.length() > MAX_NAME
                    ? null
                    : labelled(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException noName) {
            return null;
        }
    }

    private static byte @Nullable [] labelled(byte[] name) {
        int label = 0;
        int dots = 0;
        boolean letters = false;
        for (byte b : name) {
            if (b == '.') {
                if (label == 0) {
                    return null;
                }
                dots++;
                label = 0;
                letters = false;
            } else if (!isPart(b) || ++label > MAX_LABEL) {
                return null;
            } else {
                letters |= b >= 'a';
            }
        }
        return dots > 0 && label > 0 && letters ? name : null;
    }

    private static boolean isPart(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }
}
