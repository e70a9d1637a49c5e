package io.acso.platform.journal.embedded;

import org.jspecify.annotations.Nullable;

/** A stored batch cannot be decoded; the caller knows which file it is in. */
final class DamagedBatch extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedBatch(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
