package io.acso.core.detection.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads numbers. */
public final class Numbers {

    private static final int MAX_DIGITS = 1000;
    private static final int HEX = 16;
    private static final int OCTAL = 8;

    private Numbers() {}

    /** A number as YAML 1.2 writes it: decimal, {@code 0x1F} or {@code 0o17}; null for anything else. */
    public static @Nullable BigDecimal ofYaml(String text) {
        try {
            if (text.startsWith("0x")) {
                return new BigDecimal(new BigInteger(text.substring(2), HEX));
            }
            if (text.startsWith("0o")) {
                return new BigDecimal(new BigInteger(text.substring(2), OCTAL));
            }
        } catch (NumberFormatException e) {
            return null;
        }
        return parse(text, MAX_DIGITS);
    }

    static @Nullable BigDecimal parse(String text, int longest) {
        if (text.isEmpty() || text.length() > longest || !mayBegin(text.charAt(0)) || !isAscii(text)) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The digits of other scripts are not those of logs, whichever place they stand in. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static boolean mayBegin(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
    }
}
