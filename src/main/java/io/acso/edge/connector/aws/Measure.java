package io.acso.edge.connector.aws;

import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.RepeatSafety;
import java.util.Map;
import java.util.Set;

/**
 * One action on AWS and its inverse, once the account is known to be allowed. All may throw
 * {@link io.acso.core.autonomy.ActionInvalid} and the SDK's exceptions, which {@link GuardedActuator} puts into words.
 */
interface Measure {

    Set<String> kinds();

    RepeatSafety repeatSafety(Action action);

    DryRun dryRun(Action action);

    /** Does it, sending every changing request through the attempt; returns what the other side answered. */
    Map<String, String> carryOut(Authorized authorized, Attempt attempt);

    Check check(Action action);
}
