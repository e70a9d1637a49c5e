package io.acso.core.detection.syntax;

/** A rule that cannot be used, with the line (from 1; 0 when unknown) and a message that names the cure. */
public final class InvalidRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    public InvalidRule(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    public int line() {
        return line;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
