package io.acso.platform.durability;

import org.jspecify.annotations.Nullable;

/** An expectation of a commit did not hold. Read again, decide anew; retrying it unchanged cannot help. */
public final class CommitConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommitConflict(String message) {
        this(message, null);
    }

    public CommitConflict(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
