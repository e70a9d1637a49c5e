package io.acso.platform.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal's storage cannot be used: unwritable, held by another process, damaged. Nothing of what was
 * asked has happened; the message names the file and the cure.
 */
public final class JournalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
