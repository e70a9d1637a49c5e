package io.acso.bench;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The least that an actuator can do: says that it was done. Natural to repeat. */
record Nobody(Set<String> kinds) implements Actuator {

    public RepeatSafety repeatSafety(String kind) {
        return RepeatSafety.NATURAL;
    }

    public RepeatSafety repeatSafety(Action action) {
        return RepeatSafety.NATURAL;
    }

    @Override
    public DryRun dryRun(Action action) {
        return new DryRun(action, List.of(action.kind() + " " + action.target().id()), 1, null, "tells nobody");
    }

    @Override
    public Effect carryOut(Authorized authorized) {
        return new Effect.Done(Map.of());
    }

    @Override
    public Check check(Action action) {
        return new Check(Check.Verdict.IN_PLACE, "nobody was told");
    }
}
