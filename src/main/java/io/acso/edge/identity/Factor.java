package io.acso.edge.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.acso.core.autonomy.Assurance;
import java.util.Locale;

/** A way to prove who one is, and how strong it is. */
public enum Factor {
    /** A token or key that a program holds. */
    TOKEN(Assurance.TOKEN),
    PASSWORD(Assurance.PASSWORD),
    /** Another issuer of identities vouches, and says nothing of a second factor. */
    ISSUER(Assurance.PASSWORD),
    /** Another issuer vouches, by several factors. */
    ISSUER_STRONG(Assurance.SECOND_FACTOR),
    /** A code by time, beside a password. */
    TOTP(Assurance.SECOND_FACTOR),
    /** One of the codes for the day the phone is lost. */
    RECOVERY_CODE(Assurance.SECOND_FACTOR),
    PASSKEY(Assurance.PHISHING_RESISTANT);

    private final Assurance assurance;

    Factor(Assurance assurance) {
        this.assurance = assurance;
    }

    /** @throws IllegalArgumentException when there is no such factor */
    @JsonCreator
    public static Factor of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Assurance assurance() {
        return assurance;
    }

    /** Whether it counts when a risky step asks for a fresh proof. */
    public boolean strong() {
        return assurance.atLeast(Assurance.SECOND_FACTOR);
    }
}
