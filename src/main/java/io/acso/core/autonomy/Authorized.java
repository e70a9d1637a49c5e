package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import java.time.Instant;
import java.util.Optional;

/** An action that the gate has let through, for one use before it expires. Only the gate makes these. */
public final class Authorized {

    private final Action action;
    private final Digest planHash;
    private final String idempotencyKey;
    private final Instant expires;

    Authorized(Action action, Digest planHash, String idempotencyKey, Instant expires) {
        this.action = action;
        this.planHash = planHash;
        this.idempotencyKey = idempotencyKey;
        this.expires = expires;
    }

    public Action action() {
        return action;
    }

    /** The plan that this is part of. */
    public Digest planHash() {
        return planHash;
    }

    /** The same for every attempt at this effect, for the other side to drop repeats by. */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    public Instant expires() {
        return expires;
    }

    /** What an actuator answers once it has expired; empty while it may be used. */
    public Optional<Effect> expired(Instant now) {
        return now.isBefore(expires)
                ? Optional.empty()
                : Optional.of(new Effect.Refused("the authorisation expired at " + expires + ": ask the gate again"));
    }
}
