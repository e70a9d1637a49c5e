package io.acso.agent.supervisor;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Plan;
import io.acso.core.playbook.Fact;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import java.time.Duration;

/** Tells an execution what became of its steps. */
final class Steps {

    private final Executing executing;
    private final Approving approving;
    private final Duration patience;

    /** @param patience how long a question stands when its playbook says nothing */
    Steps(Executing executing, Approving approving, Duration patience) {
        this.patience = patience;
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
                ask(execution, step, attempt, needs, bench);
                yield new Fact.ApprovalNeeded(step, attempt, needs.why(), bench.now());
            }
            case Outcome.Delegated elsewhere ->
                new Fact.StepFailed(step, attempt, "delegated to " + elsewhere.to(), false, bench.now());
        };
        executing.advance(execution, fact, bench);
    }

    /** What an attempt did was taken back, or not; or a person has to agree to that first. */
    void undone(String execution, String step, int attempt, Outcome outcome, Workbench bench) {
        switch (outcome) {
            case Outcome.Completed done ->
                executing.advance(execution, new Fact.StepUndone(step, attempt, bench.now()), bench);
            case Outcome.NeedsApproval needs -> {
                Plan plan = Json.convert(needs.request(), Plan.class);
                approving.ask(plan, new Occasion(true, step, attempt).toString(), needs.why(), bench);
            }
            case Outcome.Failed failed -> notUndone(execution, step, attempt, failed.why(), bench);
            case Outcome.Uncertain uncertain -> notUndone(execution, step, attempt, uncertain.why(), bench);
            case Outcome.Delegated elsewhere ->
                notUndone(execution, step, attempt, "delegated to " + elsewhere.to(), bench);
        }
    }

    private void notUndone(String execution, String step, int attempt, String why, Workbench bench) {
        executing.advance(execution, new Fact.StepNotUndone(step, attempt, why, bench.now()), bench);
    }

    /** The gate has become stricter since the plan was approved, or the step came to what was in no plan. */
    private void ask(String executionId, String step, int attempt, Outcome.NeedsApproval needs, Workbench bench) {
        new Casebook(bench.records())
                .execution(executionId)
                .map(Held::value)
                .filter(found -> found.ended() == null)
                .ifPresent(execution -> {
                    Plan plan = Json.convert(needs.request(), Plan.class);
                    approving.ask(
                            Approving.Question.about(plan, new Occasion(false, step, attempt).toString(), needs.why())
                                    .involving(Terms.involved(execution))
                                    .under(Terms.of(executing.playbook(execution, bench), plan, patience)),
                            bench);
                });
    }
}
