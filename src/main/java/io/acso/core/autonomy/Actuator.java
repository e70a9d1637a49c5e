package io.acso.core.autonomy;

import java.util.Set;

/** Carries out actions of some kinds. The only way anything outside is changed. */
public interface Actuator {

    /** The action kinds it takes; no two actuators take the same. */
    Set<String> kinds();

    /** What a second attempt at this action would mean; asked before an attempt and after one that was cut off. */
    RepeatSafety repeatSafety(Action action);

    /**
     * The outside party that it is carried out by. What names the same party is guarded as one when that party fails:
     * {@code aws.iam} for all that IAM does, unless the connector knows better, such as the host.
     */
    default String party(Action action) {
        return action.kind().substring(0, action.kind().lastIndexOf('.'));
    }

    /**
     * Reads what it must and says exactly what would be done.
     *
     * @throws ActionInvalid when the action cannot be carried out as described; names what to mend
     * @throws ActionNotConfigured when the connector is not set up
     */
    DryRun dryRun(Action action);

    /** Does it. Expected trouble is an {@link Effect}, never an exception. */
    Effect carryOut(Authorized authorized);

    /** Looks whether the action's effect is in place. Changes nothing. */
    Check check(Action action);
}
