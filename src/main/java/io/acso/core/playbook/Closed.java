package io.acso.core.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A branch that is not taken, as its condition is known to exclude it.
 *
 * @param first step of the branch
 * @param lacks inputs of the condition that are empty or were not given
 */
record Closed(Step choice, String first, List<String> lacks) {

    /** Its actions; those that another way leads to are in {@code seen}, and so is what is found here from now on. */
    List<UnplannedStep> actions(Playbook playbook, Set<String> seen) {
        List<UnplannedStep> found = new ArrayList<>();
        collect(first, playbook, seen, found);
        return found;
    }

    private void collect(@Nullable String id, Playbook playbook, Set<String> seen, List<UnplannedStep> found) {
        if (id == null || !seen.add(id)) {
            return;
        }
        Step step = playbook.step(id);
        if (step instanceof Step.ActionStep action) {
            action.commands().stream()
                    .filter(CommandData.GatedAction.class::isInstance)
                    .map(CommandData.GatedAction.class::cast)
                    .forEach(gated ->
                            found.add(new UnplannedStep(id, step.basics().title(), gated.kind(), lacks, why())));
        }
        step.branches().values().forEach(branch -> collect(branch, playbook, seen, found));
        collect(step.basics().afterSuccess(), playbook, seen, found);
        collect(step.basics().onFailure(), playbook, seen, found);
    }

    private String why() {
        return "'" + choice.basics().title() + "' does not lead to it with what was given" + UnplannedStep.given(lacks);
    }
}
