package io.acso.core.autonomy;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;

/**
 * Asks the gate for one action.
 *
 * @param principal the agent that would carry it out
 * @param planned the action with its dry run and blast radius
 * @param executionId the execution it belongs to, counted by caps
 * @param subject the incident or request
 * @param severity of the incident, as the rules gave it
 * @param confidence 0 to 100, how sure the incident is one
 * @param planHash of the plan that holds the action
 * @param visit the turn of the loop around the step, 1 for the first
 */
public record GateRequest(
        Principal principal,
        PlannedAction planned,
        String executionId,
        String subject,
        Severity severity,
        int confidence,
        Digest planHash,
        int visit) {

    /** For an action that comes once. */
    public GateRequest(
            Principal principal,
            PlannedAction planned,
            String executionId,
            String subject,
            Severity severity,
            int confidence,
            Digest planHash) {
        this(principal, planned, executionId, subject, severity, confidence, planHash, 1);
    }

    /** The same for every attempt at this effect. */
    public String idempotencyKey() {
        return key(executionId, planned.stepId(), planned.action(), visit);
    }

    static String key(String executionId, String stepId, Action action, int visit) {
        String what = action.hash().hex();
        return visit <= 1
                ? Digest.id("eff", executionId, stepId, what)
                : Digest.id("eff", executionId, stepId, what, Integer.toString(visit));
    }
}
