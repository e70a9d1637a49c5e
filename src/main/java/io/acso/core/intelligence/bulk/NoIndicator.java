package io.acso.core.intelligence.bulk;

/** A line gives no indicator; the message says what is wrong. Without a stack trace: a feed may have millions. */
public final class NoIndicator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoIndicator(String message) {
        super(message, null, false, false);
    }
}
