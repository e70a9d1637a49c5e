package io.acso.platform.journal;

import java.time.Duration;

/** The journal takes no more for now: its readers are too far behind or the disk is nearly full. */
public final class JournalFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public JournalFull(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
