package io.acso.core.playbook;

import java.util.List;

/**
 * A gated action that an execution may come to.
 *
 * @param agent who would carry it out
 * @param late bare names of variables that only the execution itself will set; when there are any, {@code call} shows
 *     what is known so far and the approval can only bind the rest by a constraint
 */
public record PlannedStep(String stepId, String agent, ActionCall call, List<String> late) {

    public PlannedStep {
        late = List.copyOf(late);
    }
}
