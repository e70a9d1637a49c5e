package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Instant;
import java.util.Map;

/** Nobody has decided yet: the next group of the chain is asked too. */
final class EscalateApproval implements Duty {

    @Override
    public String kind() {
        return CaseTasks.ESCALATE_APPROVAL;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        new Casebook(bench.records())
                .approval(task.arguments().path("approval").asString())
                .filter(held -> due(held.value(), bench.now()))
                .ifPresent(held -> escalate(held, bench));
        return new Outcome.Completed(Json.object());
    }

    private static boolean due(Approval approval, Instant now) {
        return approval.escalates().map(when -> !when.isAfter(now)).orElse(false);
    }

    private static void escalate(Held<Approval> held, Workbench bench) {
        Approval escalated = held.value().escalated();
        bench.put(held.replacedBy(escalated));
        bench.ledger(
                "ApprovalEscalated",
                escalated.id(),
                Map.of("group", escalated.terms().chain().get(escalated.stage()).group()));
        bench.announce("ApprovalEscalated", escalated.id(), escalated);
        Approving.escalateLater(escalated, bench);
    }
}
