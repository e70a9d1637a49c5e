package io.acso.edge.client;

import org.jspecify.annotations.Nullable;

/** The platform could not be reached, or said no; the message names the cure. */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ApiFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
