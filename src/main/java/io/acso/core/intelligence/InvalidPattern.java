package io.acso.core.intelligence;

/** A text that is no STIX pattern, or one that cannot be carried out; the message names the place and the cure. */
public final class InvalidPattern extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPattern(String message, Throwable cause) {
        super(message, cause);
    }

    /** At a place in the text, as line and column from 1. */
    static InvalidPattern at(String text, int offset, String message, Throwable cause) {
        String before = text.substring(0, Math.min(offset, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new InvalidPattern("line " + line + ", column " + column + ": " + message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
