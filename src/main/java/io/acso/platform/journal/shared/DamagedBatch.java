package io.acso.platform.journal.shared;

import org.jspecify.annotations.Nullable;

/** A stored batch cannot be decoded; the caller knows which file it is in. */
public final class DamagedBatch extends Exception {

    private static final long serialVersionUID = 1L;

    public DamagedBatch(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
