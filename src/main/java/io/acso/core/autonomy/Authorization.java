package io.acso.core.autonomy;

/** The gate's answer at the moment of effect. */
sealed interface Authorization {

    Decision decision();

    /** Go, once, before it expires; the standing is what must still hold when the intent commits. */
    record Granted(Authorized authorized, Decision decision, Standing standing) implements Authorization {}

    /** Not now: an approval is missing, or it is forbidden. */
    record Held(Decision decision) implements Authorization {}
}
