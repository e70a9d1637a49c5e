package io.acso.platform.journal.shared;

import io.acso.domain.kernel.Digest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An event id as the bytes that the index keeps. Ids made by {@code Event.idOf} are 96 bits of a hash
 * already and keep them; any other id becomes 128 bits of its own hash, so the two never collide by length.
 */
public final class EventKey {

    private static final String PREFIX = "evt-";
    private static final int HASHED_DIGITS = 24;
    private static final int OTHER_BYTES = 16;

    private EventKey() {}

    public static byte[] of(String id) {
        if (id.length() == PREFIX.length() + HASHED_DIGITS && id.startsWith(PREFIX) && isLowerHex(id)) {
            return HexFormat.of().parseHex(id, PREFIX.length(), id.length());
        }
        return Arrays.copyOf(Digest.ofParts(id).bytes(), OTHER_BYTES);
    }

    private static boolean isLowerHex(String id) {
        for (int i = PREFIX.length(); i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
