package io.acso.core.autonomy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the gate would decide for each action of a plan, and for the most that each constraint lets through. */
public record PlanDecision(List<Decided> actions, List<DecidedConstraint> constraints) {

    public PlanDecision {
        actions = List.copyOf(actions);
        constraints = List.copyOf(constraints);
    }

    /** One action and its decision. */
    public record Decided(PlannedAction planned, Decision decision) {}

    /** A constraint and its decision. */
    public record DecidedConstraint(Constraint constraint, Decision decision) {}

    /** The strictest of all; permit when there is nothing to decide. */
    public Decision.Verdict verdict() {
        return decisions()
                .map(Decision::verdict)
                .max(Decision.Verdict::compareTo)
                .orElse(Decision.Verdict.PERMIT);
    }

    /** What policies ask of an approval of all of it; empty when nothing needs one. */
    public Optional<Decision.Need> need() {
        return decisions().flatMap(decision -> Stream.ofNullable(decision.need())).reduce(Decision.Need::and);
    }

    private Stream<Decision> decisions() {
        return Stream.concat(
                actions.stream().map(Decided::decision), constraints.stream().map(DecidedConstraint::decision));
    }
}
