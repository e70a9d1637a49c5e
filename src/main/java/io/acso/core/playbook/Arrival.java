package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Decides whether a fact still matters, and what it means. */
final class Arrival {

    private final Walk walk;
    private final Draft draft;

    Arrival(Walk walk) {
        this.walk = walk;
        this.draft = walk.draft;
    }

    /** False when the fact is late, a duplicate, or about something else. */
    boolean apply(Fact fact) {
        return switch (fact) {
            case Fact.OfStep ofStep -> walk.undoing.apply(ofStep) || step(ofStep);
            case Fact.CancelRequested cancel -> cancel(cancel);
            case Fact.PauseRequested pause -> pause(pause);
            case Fact.ResumeRequested resume -> resume(resume);
            case Fact.RetryRequested retry -> false;
        };
    }

    private boolean step(Fact.OfStep fact) {
        StepRun run = draft.runs.get(fact.stepId());
        if (run == null || run.status().ended() || run.attempt() != fact.attempt()) {
            return false;
        }
        if (fact instanceof Fact.DeadlinePassed passed) {
            return deadline(passed, run);
        }
        return draft.playbook.step(fact.stepId()) instanceof Step.Work work && work(fact, run.status(), work);
    }

    private boolean work(Fact.OfStep fact, StepStatus status, Step.Work step) {
        StepStatus expected = fact instanceof Fact.PersonAnswered ? StepStatus.WAITING_FOR_PERSON : StepStatus.RUNNING;
        if (status != expected) {
            return false;
        }
        Acting acting = new Acting(walk, step);
        switch (fact) {
            case Fact.StepCompleted completed -> acting.complete(completed.outputs());
            case Fact.StepFailed failed -> acting.failed(failed.why(), failed.retryable());
            case Fact.StepUncertain uncertain -> walk.doubt(fact.stepId(), uncertain.why());
            case Fact.ApprovalNeeded needed -> acting.awaitApproval(needed.why());
            case Fact.PersonAnswered answer -> answered(answer, step, acting);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void answered(Fact.PersonAnswered answer, Step.Work step, Acting acting) {
        String id = answer.stepId();
        draft.note(id, answer.who() + (answer.accepted() ? " accepted: " : " refused: ") + answer.text());
        boolean manual = step.commands().get(draft.run(id).command()) instanceof CommandData.Manual;
        if (!answer.accepted()) {
            walk.fail(id, "refused by " + answer.who() + ": " + answer.text());
        } else if (manual) {
            acting.complete(outputs(step.outArgs(), answer.text()));
        } else {
            acting.proceed(null);
        }
    }

    private static ObjectNode outputs(List<String> names, String text) {
        ObjectNode outputs = Json.object();
        if (names.size() == 1) {
            outputs.put(names.getFirst(), text);
        }
        return outputs;
    }

    private boolean deadline(Fact.DeadlinePassed passed, StepRun run) {
        String id = passed.stepId();
        if (run.deadline() == null || passed.at().isBefore(run.deadline())) {
            return false;
        }
        switch (run.status()) {
            case PENDING -> delayIsOver(id, run);
            case WAITING_FOR_PERSON -> walk.fail(id, "nobody answered until " + run.deadline());
            default -> giveUp(id, "did not end until " + run.deadline());
        }
        return true;
    }

    private void delayIsOver(String id, StepRun run) {
        if (draft.paused()) {
            draft.runs.put(id, run.with(StepStatus.PENDING, null));
        } else {
            walk.start(id);
        }
    }

    private void giveUp(String id, String why) {
        walk.letGo(id, why);
        boolean effect = walk.acting(id) || walk.abandon(id, "the step around it " + why);
        if (effect) {
            walk.doubt(id, why + ": it may or may not have happened");
        } else {
            walk.fail(id, why);
        }
    }

    private boolean cancel(Fact.CancelRequested cancel) {
        if (draft.compensation().begun()) {
            return false;
        }
        String why = "cancelled by " + cancel.by() + ": " + cancel.why();
        draft.pause(false);
        walk.abandonAll(why);
        walk.undoing.end(ExecutionStatus.CANCELLED, why);
        return true;
    }

    private boolean pause(Fact.PauseRequested pause) {
        if (draft.paused()) {
            return false;
        }
        draft.pause(true);
        draft.note("", "paused by " + pause.by() + ": " + pause.why());
        return true;
    }

    private boolean resume(Fact.ResumeRequested resume) {
        if (!draft.paused()) {
            return false;
        }
        draft.pause(false);
        draft.note("", "resumed by " + resume.by());
        if (draft.compensation().begun() && draft.compensation().deadline() == null) {
            walk.undoing.next();
        }
        for (String id : List.copyOf(draft.runs.keySet())) {
            StepRun run = draft.run(id);
            if (run.status() == StepStatus.PENDING && run.deadline() == null) {
                walk.start(id);
            }
        }
        return true;
    }
}
