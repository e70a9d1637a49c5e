package io.acso.edge.connector.resilience;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** An actuator behind the safeguards. */
final class SafeActuator implements Actuator {

    private final Actuator actuator;
    private final Safeguards safeguards;
    private final int attempts;

    SafeActuator(Actuator actuator, Safeguards safeguards, int attempts) {
        this.actuator = actuator;
        this.safeguards = safeguards;
        this.attempts = attempts;
    }

    @Override
    public Set<String> kinds() {
        return actuator.kinds();
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return actuator.repeatSafety(action);
    }

    @Override
    public String party(Action action) {
        return actuator.party(action);
    }

    @Override
    public DryRun dryRun(Action action) {
        return party(action, () -> actuator.dryRun(action), why -> {
            throw new ActionInvalid(why);
        });
    }

    @Override
    public Check check(Action action) {
        return party(action, () -> actuator.check(action), why -> new Check(Check.Verdict.CANNOT_TELL, why));
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        RetryConfig config = RetryConfig.<Effect>custom()
                .maxAttempts(attempts)
                .intervalFunction(safeguards.pauses())
                .retryOnResult(effect -> again(effect, authorized))
                .failAfterMaxAttempts(false)
                .retryOnException(broken -> false)
                .build();
        return Retry.of(authorized.action().kind(), config).executeSupplier(() -> once(authorized));
    }

    /** Never once the gate's word has expired: it has to decide anew. */
    private boolean again(Effect effect, Authorized authorized) {
        if (Thread.currentThread().isInterrupted()
                || !safeguards.clock().instant().isBefore(authorized.expires())) {
            return false;
        }
        return switch (effect) {
            case Effect.Failed failed -> failed.retryable();
            case Effect.Unknown lost ->
                switch (repeatSafety(authorized.action())) {
                    case NATURAL, KEYED -> true;
                    case CHECKABLE, NONE -> false;
                };
            case Effect.Done done -> false;
            case Effect.Refused refused -> false;
            case Effect.NotConfigured missing -> false;
        };
    }

    private Effect once(Authorized authorized) {
        Action action = authorized.action();
        if (!safeguards.inTurn(action.kind())) {
            return new Effect.Failed(
                    "more than " + safeguards.perMinute() + " actions of the kind " + action.kind()
                            + " in a minute (acso.resilience.per-minute)",
                    true);
        }
        return party(action, () -> actuator.carryOut(authorized), why -> new Effect.Failed(why, true));
    }

    private <T> T party(Action action, Supplier<T> call, Function<String, T> otherwise) {
        return safeguards.party(actuator.party(action)).call(call, otherwise);
    }
}
