package io.acso.platform.crypto;

import org.jspecify.annotations.Nullable;

/** A stored body cannot be decrypted. Repeating it cannot help. */
public final class UnreadableBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableBody(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
