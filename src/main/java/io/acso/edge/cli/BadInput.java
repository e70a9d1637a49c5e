package io.acso.edge.cli;

import org.jspecify.annotations.Nullable;

/** What was given cannot be used, or no platform answers; the message names the place and the cure. */
final class BadInput extends RuntimeException {

    static final int EXIT_CODE = 3;

    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        this(message, null);
    }

    BadInput(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
