package io.acso.platform.durability;

import org.jspecify.annotations.Nullable;

/** A commit that breaks a limit and can never succeed. */
public final class CommitRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommitRefused(String message) {
        this(message, null);
    }

    public CommitRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
