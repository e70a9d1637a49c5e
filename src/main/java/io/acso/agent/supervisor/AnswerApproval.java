package io.acso.agent.supervisor;

import io.acso.agent.casebook.AnswerFact;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Answering;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.Assurance;
import io.acso.core.autonomy.Vote;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the answer to a question, if it is about exactly the plan that was asked about and by who may give it; and
 * follows one that the API has judged and counted, so that whoever gave it was told.
 */
final class AnswerApproval implements Duty {

    private final Approving approving;
    private final Executing executing;
    private final Undoing undoing;

    AnswerApproval(Approving approving, Executing executing, Undoing undoing) {
        this.approving = approving;
        this.executing = executing;
        this.undoing = undoing;
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
        if (task.arguments().path(CaseTasks.COUNTED).asBoolean(false)) {
            return follow(asked, task, bench);
        }
        if (!asked.planHash().hex().equals(task.arguments().path("planHash").asString(""))) {
            return refused("the answer is about another plan than the one asked about", id, task, bench);
        }
        Answering.Judged judged = approving.judge(asked, vote(task, bench));
        if (!judged.counts()) {
            return refused(
                    task.requestedBy() + " may not answer this: "
                            + judged.decision().explanation(),
                    id,
                    task,
                    bench);
        }
        return answer(held.get(), judged.vote(), task, bench);
    }

    private static Vote vote(Task task, Workbench bench) {
        return new Vote(
                task.requestedBy(),
                null,
                task.arguments().path("approve").asBoolean(false),
                Assurance.valueOf(task.arguments().path("assurance").asString(Assurance.TOKEN.name())),
                bench.now(),
                task.arguments().path("comment").asString(""));
    }

    private Outcome answer(Held<Approval> held, Vote vote, Task task, Workbench bench) {
        Approval answered;
        try {
            answered = held.value().answer(vote);
        } catch (IllegalStateException e) {
            return refused(String.valueOf(e.getMessage()), held.value().id(), task, bench);
        }
        bench.put(held.replacedBy(answered));
        AnswerFact fact = AnswerFact.of(answered, vote);
        bench.ledger(fact.kind(), answered.id(), fact.facts());
        return went(answered, vote, bench);
    }

    /** Nobody's answer counts twice, so it is the only one of theirs. */
    private Outcome follow(Approval answered, Task task, Workbench bench) {
        return answered.votes().stream()
                .filter(vote -> vote.by().equals(task.requestedBy()))
                .findFirst()
                .map(vote -> went(answered, vote, bench))
                .orElseGet(() -> refused("the answer is not on record", answered.id(), task, bench));
    }

    private Outcome went(Approval answered, Vote vote, Workbench bench) {
        bench.announce("ApprovalAnswered", answered.id(), answered);
        if (vote.by().equals(answered.answeredBy())) {
            Approving.rest(answered.id(), bench);
            follow(answered, vote, bench);
        }
        return new Outcome.Completed(
                Json.object().put("approval", answered.status().name()).put("missing", answered.missing()));
    }

    private void follow(Approval answered, Vote vote, Workbench bench) {
        String remark = vote.remark() == null ? "" : vote.remark();
        if (Undoing.asked(answered)) {
            undoing.answered(answered, bench);
        } else if (answered.occasion().isEmpty()) {
            goOn(answered, vote.approve(), vote.by(), bench);
        } else {
            executing.answered(answered, vote.approve(), vote.by(), remark, bench);
        }
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
