package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Decision;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.Map;
import java.util.Optional;

/** Takes the answer to a question, if it is about exactly the plan that was asked about and by who may give it. */
final class AnswerApproval implements Duty {

    private final Approving approving;
    private final Executing executing;

    AnswerApproval(Approving approving, Executing executing) {
        this.approving = approving;
        this.executing = executing;
    }

    @Override
    public String kind() {
        return CaseTasks.ANSWER_APPROVAL;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        String id = task.arguments().path("approval").asString();
        Optional<Held<Approval>> held = new Casebook(bench.records()).approval(id);
        if (held.isEmpty()) {
            return refused("there is no approval " + id, id, task, bench);
        }
        Approval asked = held.get().value();
        if (!asked.planHash().hex().equals(task.arguments().path("planHash").asString(""))) {
            return refused("the answer is about another plan than the one asked about", id, task, bench);
        }
        Principal by = task.requestedBy();
        Decision may = approving.mayAnswer(by, asked.plan());
        if (may.verdict() != Decision.Verdict.PERMIT) {
            return refused(by + " may not answer this: " + may.explanation(), id, task, bench);
        }
        return answer(held.get(), by, task, bench);
    }

    private Outcome answer(Held<Approval> held, Principal by, Task task, Workbench bench) {
        boolean approve = task.arguments().path("approve").asBoolean(false);
        String remark = task.arguments().path("comment").asString("");
        Approval answered;
        try {
            answered = held.value().answer(approve, by, bench.now(), remark);
        } catch (IllegalStateException e) {
            return refused(String.valueOf(e.getMessage()), held.value().id(), task, bench);
        }
        bench.put(held.replacedBy(answered));
        bench.cancel("approval#" + answered.id());
        bench.ledger(
                approve ? "ApprovalGranted" : "ApprovalRejected",
                answered.id(),
                Map.of("planHash", answered.planHash().hex(), "by", by.toString()));
        bench.announce("ApprovalAnswered", answered.id(), answered);
        if (!answered.occasion().isEmpty()) {
            executing.answered(answered, approve, by, remark, bench);
        } else {
            goOn(answered, approve, by, bench);
        }
        return new Outcome.Completed(
                Json.object().put("approval", answered.status().name()));
    }

    private void goOn(Approval answered, boolean approve, Principal by, Workbench bench) {
        Optional<Held<ExecutionRecord>> execution = new Casebook(bench.records())
                .execution(answered.executionId())
                .filter(held -> held.value().status().equals(ExecutionRecord.AWAITING_APPROVAL));
        if (execution.isEmpty()) {
            return;
        }
        if (approve) {
            executing.goAhead(execution.get(), execution.get().value(), bench);
        } else {
            NotBegun.drop(execution.get(), ExecutionRecord.REJECTED, by + " rejected the plan", bench);
        }
    }

    private static Outcome refused(String why, String approvalId, Task task, Workbench bench) {
        bench.ledger(
                "ApprovalAnswerRefused",
                approvalId,
                Map.of("by", task.requestedBy().toString(), "why", why));
        bench.announce("ApprovalAnswerRefused", approvalId, Map.of("why", why));
        return new Outcome.Failed(why, false, Json.object());
    }
}
