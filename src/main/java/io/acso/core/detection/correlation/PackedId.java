package io.acso.core.detection.correlation;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An id of the usual form, three letters and 96 bits in hex, in two numbers: a quarter of the memory of its text. */
record PackedId(long high, long low) {

    private static final String[] PREFIXES = {"evt-", "fnd-"};
    private static final int HIGH_END = 20;
    private static final int LENGTH = 28;
    private static final int HALF = 32;

    /** In the place of an id that has another form. */
    static final PackedId NONE = new PackedId(0, 0);

    static PackedId of(String id) {
        for (int form = 0; form < PREFIXES.length; form++) {
            if (id.length() == LENGTH && id.startsWith(PREFIXES[form]) && isHex(id)) {
                long high = HexFormat.fromHexDigitsToLong(id, PREFIXES[form].length(), HIGH_END);
                return new PackedId(high, HexFormat.fromHexDigitsToLong(id, HIGH_END, LENGTH) << HALF | form + 1);
            }
        }
        return NONE;
    }

    /** Null for {@link #NONE}. */
    @Nullable
    String text() {
        int form = (int) low;
        return form == 0
                ? null
                : PREFIXES[form - 1]
                        + HexFormat.of().toHexDigits(high)
                        + HexFormat.of().toHexDigits((int) (low >>> HALF));
    }

    private static boolean isHex(String id) {
        for (int i = 4; i < LENGTH; i++) {
            char c = id.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
