package io.acso.agent.supervisor;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Plan;
import io.acso.core.playbook.Fact;
import io.acso.domain.task.Outcome;
import java.util.Optional;

/** Tells an execution what became of its steps. */
final class Steps {

    private final Executing executing;
    private final Approving approving;

    Steps(Executing executing, Approving approving) {
        this.executing = executing;
        this.approving = approving;
    }

    void answered(String execution, String step, int attempt, Outcome outcome, Workbench bench) {
        Fact fact = switch (outcome) {
            case Outcome.Completed done -> new Fact.StepCompleted(step, attempt, done.result(), bench.now());
            case Outcome.Failed failed ->
                new Fact.StepFailed(step, attempt, failed.why(), failed.retryable(), bench.now());
            case Outcome.Uncertain uncertain -> new Fact.StepUncertain(step, attempt, uncertain.why(), bench.now());
            case Outcome.NeedsApproval needs -> {
                ask(execution, step, attempt, needs.why(), bench);
                yield new Fact.ApprovalNeeded(step, attempt, needs.why(), bench.now());
            }
            case Outcome.Delegated elsewhere ->
                new Fact.StepFailed(step, attempt, "delegated to " + elsewhere.to(), false, bench.now());
        };
        executing.advance(execution, fact, bench);
    }

    /** The gate has become stricter since the plan was approved: the same plan is asked about anew. */
    private void ask(String executionId, String step, int attempt, String why, Workbench bench) {
        Optional<Held<ExecutionRecord>> execution = new Casebook(bench.records()).execution(executionId);
        Optional<Plan> plan = execution
                .map(Held::value)
                .filter(found -> found.ended() == null)
                .map(ExecutionRecord::plan);
        plan.ifPresent(found -> approving.ask(found, step + "/" + attempt, why, bench));
    }
}
