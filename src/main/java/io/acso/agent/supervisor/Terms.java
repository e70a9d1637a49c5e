package io.acso.agent.supervisor;

import io.acso.agent.casebook.ExecutionRecord;
import io.acso.core.autonomy.ApprovalTerms;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.playbook.Playbook;
import io.acso.domain.kernel.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a playbook asks of the approvals of its actions, in the gate's terms. */
final class Terms {

    private Terms() {}

    /** What satisfies all steps of the plan; empty when the playbook asks nothing. */
    static Optional<ApprovalTerms> of(Playbook playbook, Plan plan, Duration usual) {
        return Stream.concat(
                        plan.actions().stream().map(PlannedAction::stepId),
                        plan.constraints().stream().map(constraint -> constraint.stepId()))
                .distinct()
                .map(playbook.steps()::get)
                .filter(Objects::nonNull)
                .flatMap(step -> playbook.approvalTerms(step).stream())
                .map(terms -> of(terms, usual))
                .reduce(ApprovalTerms::and);
    }

    /** Who asked, in person or by a program, and so has no say in it. */
    static Set<Principal> involved(ExecutionRecord execution) {
        Principal by = execution.requestedBy();
        return by != null && by.kind() != Principal.Kind.AGENT ? Set.of(by) : Set.of();
    }

    /** Whoever may answer is asked at once, unless somebody is named for that; the others when their time comes. */
    private static ApprovalTerms of(io.acso.core.playbook.ApprovalTerms asked, Duration usual) {
        Duration validity =
                asked.validity() == null || asked.validity().compareTo(usual) > 0 ? usual : asked.validity();
        List<ApprovalTerms.Stage> chain = new ArrayList<>();
        if (!asked.escalation().isEmpty()
                && asked.escalation().getFirst().after().isPositive()) {
            chain.add(new ApprovalTerms.Stage(ApprovalTerms.ANYONE, Duration.ZERO));
        }
        asked.escalation().forEach(next -> chain.add(new ApprovalTerms.Stage(next.to(), next.after())));
        return new ApprovalTerms(asked.quorum(), validity, chain, io.acso.core.autonomy.Assurance.TOKEN);
    }
}
