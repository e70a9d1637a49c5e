package io.acso.edge.api.tls;

import org.jspecify.annotations.Nullable;

/** The server cannot be encrypted as it is set up; the message names the setting and the cure. */
public final class TlsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TlsRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
