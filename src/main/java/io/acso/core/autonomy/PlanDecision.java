package io.acso.core.autonomy;

import java.util.List;

/** What the gate would decide for each action of a plan. */
public record PlanDecision(List<Decided> actions) {

    public PlanDecision {
        actions = List.copyOf(actions);
    }

    /** One action and its decision. */
    public record Decided(PlannedAction planned, Decision decision) {}

    /** The strictest of all; permit when there is nothing to decide. */
    public Decision.Verdict verdict() {
        return actions.stream()
                .map(decided -> decided.decision().verdict())
                .max(Decision.Verdict::compareTo)
                .orElse(Decision.Verdict.PERMIT);
    }
}
