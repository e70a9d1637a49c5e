package io.acso.edge.identity;

/** Too many people sign in at this moment; trying again in a few seconds helps. */
public final class SignInBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInBusy() {
        super("many sign in at this moment: try again in a few seconds");
    }
}
