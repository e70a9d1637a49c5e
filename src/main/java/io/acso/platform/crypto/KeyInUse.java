package io.acso.platform.crypto;

/** A data key cannot be forgotten; the message says what needs it. */
public final class KeyInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyInUse(String message) {
        super(message);
    }
}
