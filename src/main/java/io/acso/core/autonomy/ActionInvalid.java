package io.acso.core.autonomy;

/** An action that cannot be carried out as described; the message names the part and the cure. */
public final class ActionInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ActionInvalid(String message) {
        super(message);
    }
}
