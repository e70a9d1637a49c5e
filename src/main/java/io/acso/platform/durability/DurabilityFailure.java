package io.acso.platform.durability;

import org.jspecify.annotations.Nullable;

/** The storage failed (full, unwritable, corrupted). Nothing of what was asked has happened. */
public final class DurabilityFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DurabilityFailure(String message) {
        this(message, null);
    }

    public DurabilityFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
