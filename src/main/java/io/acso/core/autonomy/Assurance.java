package io.acso.core.autonomy;

/** How strongly a person has proved who they are, the weakest first. Policies see it as a number from 1. */
public enum Assurance {
    /** The holder of a token file. All that there is until people sign in. */
    TOKEN,
    PASSWORD,
    SECOND_FACTOR,
    /** A key that gives nothing away to a forged site, such as a passkey. */
    PHISHING_RESISTANT;

    /** 1 for the weakest. */
    public int rank() {
        return ordinal() + 1;
    }

    public boolean atLeast(Assurance other) {
        return compareTo(other) >= 0;
    }
}
