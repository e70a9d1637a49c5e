package io.acso.assembly;

import org.jspecify.annotations.Nullable;

/** The platform cannot start as it is set up; the message names the setting and the cure. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
