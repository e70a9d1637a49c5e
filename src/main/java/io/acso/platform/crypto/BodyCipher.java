package io.acso.platform.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Encrypts bodies on their way into a store and decrypts them on their way out. */
public interface BodyCipher {

    /** The most bytes that {@link #encrypt} adds to a body. */
    int OVERHEAD = 64;

    /** The body, encrypted under the newest data key. */
    byte[] encrypt(byte[] clear, Place place);

    /**
     * The body as it was. Clear text, as versions before 0.2 wrote it, comes back as it is until its store is known to
     * hold none.
     *
     * @throws UnreadableBody when it was changed or moved, its key is gone, or clear text is refused
     */
    byte[] decrypt(byte[] stored, Place place);

    /** What is written to the stream arrives encrypted in {@code stored}; closing it ends both. */
    OutputStream encrypting(OutputStream stored, Place place) throws IOException;

    /**
     * The clear text of what {@link #encrypting} wrote, or of clear text where {@link #decrypt} would let it pass.
     * Reading fails with an {@link IOException} where it was changed or ends early.
     *
     * @throws UnreadableBody when its key is gone, or clear text is refused
     */
    InputStream decrypting(InputStream stored, Place place) throws IOException;

    /** Leaves everything as it is: for tests, and for where encryption is switched off. */
    BodyCipher NONE = new BodyCipher() {
        @Override
        public byte[] encrypt(byte[] clear, Place place) {
            return clear;
        }

        @Override
        public byte[] decrypt(byte[] stored, Place place) {
            return stored;
        }

        @Override
        public OutputStream encrypting(OutputStream stored, Place place) {
            return stored;
        }

        @Override
        public InputStream decrypting(InputStream stored, Place place) {
            return stored;
        }
    };
}
