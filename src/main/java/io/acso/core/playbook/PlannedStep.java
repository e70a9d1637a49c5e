package io.acso.core.playbook;

import java.util.List;

/**
 * A gated action that an execution may come to.
 *
 * @param agent who would carry it out
 * @param compensate whether it is undone when the execution fails
 * @param call with {@value #LATE} in the place of values that only the execution itself will know
 * @param late bare names of the variables that hold those; where there are any, an approval can only bound the action
 */
public record PlannedStep(String stepId, String agent, boolean compensate, ActionCall call, List<String> late) {

    /** Stands for a value that is not known yet. */
    public static final String LATE = "*";

    public PlannedStep {
        late = List.copyOf(late);
    }
}
