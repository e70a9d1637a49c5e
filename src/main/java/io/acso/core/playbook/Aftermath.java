package io.acso.core.playbook;

import java.util.List;

/** What people may still tell an execution that has ended. */
final class Aftermath {

    private final Walk walk;
    private final Draft draft;

    Aftermath(Walk walk) {
        this.walk = walk;
        this.draft = walk.draft;
    }

    /** False when it changes nothing. */
    boolean apply(Fact fact, ExecutionState ended) {
        return switch (fact) {
            case Fact.RetryRequested retry -> retry(retry, ended);
            case Fact.StepSettled settled -> settle(settled, ended);
            default -> false;
        };
    }

    private boolean retry(Fact.RetryRequested retry, ExecutionState ended) {
        if (Retrying.refusal(draft.playbook, ended).isPresent()) {
            return false;
        }
        Retrying found = new Retrying(draft.playbook, ended.steps());
        draft.reopen();
        draft.note("", "retried by " + retry.by());
        walk.forget(Walk.EXCEPTION);
        found.around().forEach(walk::reopen);
        found.steps().forEach(id -> {
            walk.forget(id);
            draft.runs.put(id, draft.run(id).reopened(0));
        });
        found.steps().forEach(walk::start);
        return true;
    }

    private boolean settle(Fact.StepSettled settled, ExecutionState ended) {
        StepRun run = draft.runs.get(settled.stepId());
        boolean open = ended.status() == ExecutionStatus.UNCERTAIN
                && run != null
                && run.status() == StepStatus.UNCERTAIN
                && run.attempt() == settled.attempt()
                && draft.playbook.step(settled.stepId()) instanceof Step.Work;
        if (!open || run == null) {
            return false;
        }
        happened(settled, run);
        if (uncertain().isEmpty()) {
            List.copyOf(draft.runs.entrySet()).stream()
                    .filter(entry -> entry.getValue().status() == StepStatus.UNCERTAIN)
                    .forEach(entry ->
                            draft.runs.put(entry.getKey(), entry.getValue().with(StepStatus.FAILED, null)));
            draft.endedAs(ExecutionStatus.FAILED);
            draft.note("", "nothing is uncertain any more: it counts as failed and can be retried");
        }
        return true;
    }

    private void happened(Fact.StepSettled settled, StepRun run) {
        String id = settled.stepId();
        String what = settled.happened() ? "it happened" : "it did not happen";
        draft.note(id, "settled by " + settled.by() + ": " + what);
        StepRun known = settled.happened() ? run.nextCommand(run.variables()) : run;
        draft.runs.put(id, known.with(StepStatus.FAILED, null));
        boolean gated = draft.playbook.step(id) instanceof Step.Work work
                && work.commands().get(run.command()) instanceof CommandData.GatedAction
                && work.basics().policy().compensate();
        if (settled.happened() && gated) {
            draft.remember(new Compensation.Effect(id, run.attempt()));
        }
    }

    private List<String> uncertain() {
        return draft.runs.entrySet().stream()
                .filter(entry -> entry.getValue().status() == StepStatus.UNCERTAIN
                        && draft.playbook.step(entry.getKey()) instanceof Step.Work)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
