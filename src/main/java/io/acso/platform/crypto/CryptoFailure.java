package io.acso.platform.crypto;

import org.jspecify.annotations.Nullable;

/** The keys cannot be used: lost, damaged, of another platform, readable by others. Names the place and the cure. */
public final class CryptoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CryptoFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
