package io.acso.edge.identity;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A browser in which somebody has signed in, or begun to.
 *
 * @param id recognises the token in the browser's cookie and does not give it away
 * @param factors what was proved in it, and when last
 * @param seen when a person was last at it, to a minute
 * @param until when it ends in any case
 * @param browser what the browser calls itself
 */
public record Session(
        String id,
        String username,
        Stage stage,
        Map<Factor, Instant> factors,
        Instant started,
        Instant seen,
        Instant until,
        String browser,
        String address) {

    /** How far the sign-in has come. */
    public enum Stage {
        /** The code of an authenticator app, or a passkey, is still to come. */
        CODE,
        /** A second factor has to be set up first. */
        ENROLMENT,
        OPEN
    }

    public Session {
        factors = Map.copyOf(factors);
    }

    Session proved(Factor factor, Instant now) {
        Map<Factor, Instant> more = new EnumMap<>(Factor.class);
        more.putAll(factors);
        more.put(factor, now);
        return new Session(id, username, Stage.OPEN, more, started, now, until, browser, address);
    }

    Session seen(Instant now) {
        return new Session(id, username, stage, factors, started, now, until, browser, address);
    }
}
