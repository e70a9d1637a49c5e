package io.acso.platform.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How a stored body begins: four bytes that no UTF-8 text, JSON or zstd frame begins with, the fourth saying whether a
 * single ciphertext or a stream follows, and the id of the data key.
 */
record Envelope(Kind kind, int keyId) {

    enum Kind {
        BODY(1),
        STREAM(2);

        private final byte mark;

        Kind(int mark) {
            this.mark = (byte) mark;
        }
    }

    static final int BYTES = 8;

    private static final byte[] MAGIC = {(byte) 0xAC, 0x50, (byte) 0xC1};

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .put(kind.mark)
                .putInt(keyId)
                .array();
    }

    /** Empty for clear text. */
    static Optional<Envelope> of(byte[] stored) {
        if (stored.length < BYTES || !Arrays.equals(stored, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.mark == stored[MAGIC.length]) {
                return Optional.of(new Envelope(kind, ByteBuffer.wrap(stored).getInt(MAGIC.length + 1)));
            }
        }
        return Optional.empty();
    }

    String key() {
        return name(keyId);
    }

    static String name(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }
}
