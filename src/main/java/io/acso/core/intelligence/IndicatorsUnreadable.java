package io.acso.core.intelligence;

import org.jspecify.annotations.Nullable;

/** Indicators could not be loaded at all; the message names the file and the cure. */
public final class IndicatorsUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndicatorsUnreadable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
