package io.acso.platform.content;

import org.jspecify.annotations.Nullable;

/** Content could not be loaded; the message names the file and the cure. Nothing of it is in use. */
public final class ContentUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContentUnreadable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
