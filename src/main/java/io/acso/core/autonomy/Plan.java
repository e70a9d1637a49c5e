package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every gated action of one execution, before anything runs. An approval is bound to its hash.
 *
 * @param subject the incident or request it is for
 * @param playbookId the CACAO playbook
 * @param constraints on actions that are known only later
 */
public record Plan(
        String executionId,
        String subject,
        String playbookId,
        List<PlannedAction> actions,
        List<Constraint> constraints) {

    /** Plans of platforms before constraints have none. */
    public Plan {
        actions = List.copyOf(actions);
        constraints = constraints == null ? List.of() : List.copyOf(constraints);
    }

    /** A plan in which everything is known. */
    public Plan(String executionId, String subject, String playbookId, List<PlannedAction> actions) {
        this(executionId, subject, playbookId, actions, List.of());
    }

    /** Covers the execution, the playbook, each step with its action and exact calls, and each constraint. */
    public Digest hash() {
        List<Object> parts = new ArrayList<>(List.of(executionId, subject, playbookId));
        actions.forEach(planned -> parts.add(
                List.of(planned.stepId(), planned.action(), planned.dryRun().calls())));
        constraints.forEach(constraint -> parts.add(constraint.stable()));
        return Json.hash(parts);
    }

    /** Whether the plan holds exactly this action at this step. */
    public boolean contains(String stepId, Action action) {
        return actions.stream()
                .anyMatch(planned ->
                        planned.stepId().equals(stepId) && planned.action().equals(action));
    }

    /** The constraint within which an action is that the plan does not hold as it is; the first that fits. */
    public Optional<Constraint> constraint(String stepId, Action action) {
        return constraints.stream()
                .filter(constraint -> constraint.admits(stepId, action))
                .findFirst();
    }
}
