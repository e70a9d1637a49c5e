package io.acso.core.autonomy;

/** A described action that cannot be read; names the place by JSON pointer, and the cure. */
public final class TrialInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    TrialInvalid(String pointer, String message) {
        super((pointer.isEmpty() ? "the document" : pointer) + ": " + message);
        this.pointer = pointer;
    }

    /** RFC 6901; empty for the whole document. */
    public String pointer() {
        return pointer;
    }
}
