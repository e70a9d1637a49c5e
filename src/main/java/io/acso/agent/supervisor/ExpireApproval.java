package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.Map;

/** Nobody answered in time: nothing runs, and the incident waits for a person. */
final class ExpireApproval implements Duty {

    private final Executing executing;
    private final Undoing undoing;

    ExpireApproval(Executing executing, Undoing undoing) {
        this.executing = executing;
        this.undoing = undoing;
    }

    @Override
    public String kind() {
        return CaseTasks.EXPIRE_APPROVAL;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        casebook.approval(task.arguments().path("approval").asString())
                .filter(held -> held.value().status() == Approval.Status.PENDING)
                .ifPresent(held -> expire(held, casebook, bench));
        return new Outcome.Completed(Json.object());
    }

    private void expire(Held<Approval> held, Casebook casebook, Workbench bench) {
        Approval expired = held.value().closed(Approval.Status.EXPIRED, bench.now(), "nobody answered in time");
        bench.put(held.replacedBy(expired));
        bench.ledger(
                "ApprovalExpired",
                expired.id(),
                Map.of("planHash", expired.planHash().hex()));
        bench.announce("ApprovalClosed", expired.id(), expired);
        bench.cancel("escalation#" + expired.id());
        if (Undoing.asked(expired)) {
            undoing.answered(expired, bench);
            return;
        }
        if (!expired.occasion().isEmpty()) {
            executing.answered(expired, false, AgentName.SUPERVISOR.principal(), "nobody answered in time", bench);
            return;
        }
        casebook.execution(expired.executionId())
                .filter(found -> found.value().status().equals(ExecutionRecord.AWAITING_APPROVAL))
                .ifPresent(found -> NotBegun.drop(found, ExecutionRecord.EXPIRED, "nobody answered in time", bench));
    }
}
