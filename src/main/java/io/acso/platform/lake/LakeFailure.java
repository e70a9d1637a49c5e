package io.acso.platform.lake;

import org.jspecify.annotations.Nullable;

/** The lake's storage cannot be used: unwritable, held by another process, damaged. The message says the cure. */
public final class LakeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LakeFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
