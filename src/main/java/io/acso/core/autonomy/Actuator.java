package io.acso.core.autonomy;

import java.util.Set;

/** Carries out actions of some kinds. The only way anything outside is changed. */
public interface Actuator {

    /** The action kinds it takes; no two actuators take the same. */
    Set<String> kinds();

    RepeatSafety repeatSafety(String kind);

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
