package io.acso.core.autonomy;

import java.util.Optional;

/** The gate's answer at the moment of effect. */
sealed interface Authorization {

    Decision decision();

    /**
     * Go, once, before it expires.
     *
     * @param standing what must still hold when the intent commits
     * @param approval the one that counted
     */
    record Granted(Authorized authorized, Decision decision, Standing standing, Optional<Approval> approval)
            implements Authorization {}

    /** Not now: an approval is missing, or it is forbidden. */
    record Held(Decision decision) implements Authorization {}

    /** Too many of its kind in this minute; it would be let through in the next. */
    record Paced(Decision decision) implements Authorization {}
}
