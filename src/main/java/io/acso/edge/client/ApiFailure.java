package io.acso.edge.client;

import org.jspecify.annotations.Nullable;

/** The platform could not be reached, or said no; the message names the cure. */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public static final int NOT_FOUND = 404;

    private final int status;

    public ApiFailure(String message, @Nullable Throwable cause) {
        this(message, 0, cause);
    }

    ApiFailure(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** What the platform answered, as HTTP has it; 0 when it did not. */
    public int status() {
        return status;
    }
}
