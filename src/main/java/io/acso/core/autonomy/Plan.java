package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Every gated action of one execution, before anything runs. An approval is bound to its hash.
 *
 * @param subject the incident or request it is for
 * @param playbookId the CACAO playbook
 */
public record Plan(String executionId, String subject, String playbookId, List<PlannedAction> actions) {

    public Plan {
        actions = List.copyOf(actions);
    }

    /** Covers the execution, the playbook, and each step with its action and exact calls. */
    public Digest hash() {
        List<Object> parts = new ArrayList<>(List.of(executionId, subject, playbookId));
        actions.forEach(planned -> parts.add(
                List.of(planned.stepId(), planned.action(), planned.dryRun().calls())));
        return Json.hash(parts);
    }

    /** Whether the plan holds exactly this action at this step. */
    public boolean contains(String stepId, Action action) {
        return actions.stream()
                .anyMatch(planned ->
                        planned.stepId().equals(stepId) && planned.action().equals(action));
    }
}
