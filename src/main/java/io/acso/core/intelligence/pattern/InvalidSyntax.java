package io.acso.core.intelligence.pattern;

/** The text is no pattern from a place on; the message names the cure. */
public final class InvalidSyntax extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    InvalidSyntax(int offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** Where, in characters from the beginning. */
    public int offset() {
        return offset;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
