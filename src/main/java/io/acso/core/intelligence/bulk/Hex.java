package io.acso.core.intelligence.bulk;

import io.acso.core.intelligence.IndicatorType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hashes of files, as bytes. */
final class Hex {

    private static final List<IndicatorType> OF_16_BYTES = List.of(IndicatorType.MD5, IndicatorType.IMPHASH);
    private static final List<IndicatorType> OF_20_BYTES = List.of(IndicatorType.SHA1);
    private static final List<IndicatorType> OF_32_BYTES = List.of(IndicatorType.SHA256);
    private static final List<IndicatorType> OF_64_BYTES = List.of(IndicatorType.SHA512);

    private Hex() {}

    /** What a hash of so many digits may be, the likelier first. */
    static List<IndicatorType> types(int digits) {
        return switch (digits) {
            case 32 -> OF_16_BYTES;
            case 40 -> OF_20_BYTES;
            case 64 -> OF_32_BYTES;
            case 128 -> OF_64_BYTES;
            default -> List.of();
        };
    }

    /** Null when a character is no hex digit. */
    static byte @Nullable [] bytes(String text) {
        byte[] bytes = new byte[text.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = digit(text.charAt(2 * i));
            int low = digit(text.charAt(2 * i + 1));
            if ((high | low) < 0) {
                return null;
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
