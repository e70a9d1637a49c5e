package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** Lets a measure act only where the account guard agrees, and puts its trouble into words. */
final class GuardedActuator implements Actuator {

    private final Measure measure;
    private final AccountGuard guard;
    private final InstantSource clock;

    GuardedActuator(Measure measure, AccountGuard guard, InstantSource clock) {
        this.measure = measure;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return measure.kinds();
    }

    @Override
    public RepeatSafety repeatSafety(Action action) {
        return measure.repeatSafety(action);
    }

    @Override
    public DryRun dryRun(Action action) {
        try {
            guard.objection(action).ifPresent(objection -> {
                throw objection.toDryRun();
            });
            return measure.dryRun(action);
        } catch (SdkException trouble) {
            throw new ActionInvalid(action.kind() + ": " + Trouble.words(trouble));
        }
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        return authorized.expired(clock.instant()).orElseGet(() -> guarded(authorized));
    }

    private Effect guarded(Authorized authorized) {
        Attempt attempt = new Attempt();
        try {
            Optional<AccountGuard.Objection> objection = guard.objection(authorized.action());
            if (objection.isPresent()) {
                return objection.get().effect();
            }
            return new Effect.Done(measure.carryOut(authorized, attempt));
        } catch (ActionInvalid invalid) {
            return new Effect.Failed(String.valueOf(invalid.getMessage()), false);
        } catch (SdkException trouble) {
            return Trouble.effect(trouble, attempt);
        }
    }

    @Override
    public Check check(Action action) {
        try {
            Optional<AccountGuard.Objection> objection = guard.objection(action);
            if (objection.isPresent()) {
                return new Check(Check.Verdict.CANNOT_TELL, objection.get().words());
            }
            return measure.check(action);
        } catch (ActionInvalid invalid) {
            return new Check(Check.Verdict.CANNOT_TELL, String.valueOf(invalid.getMessage()));
        } catch (SdkException trouble) {
            return new Check(Check.Verdict.CANNOT_TELL, Trouble.words(trouble));
        }
    }
}
