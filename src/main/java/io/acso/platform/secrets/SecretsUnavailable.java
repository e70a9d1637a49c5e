package io.acso.platform.secrets;

import org.jspecify.annotations.Nullable;

/** Secrets cannot be had; the message names the place and the cure, and no secret. */
public final class SecretsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SecretsUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
