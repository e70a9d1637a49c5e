package io.acso.core.intelligence;

/** What was given is no observation, or one that lacks what matching needs; the message names it and the cure. */
public final class InvalidObservation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidObservation(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
