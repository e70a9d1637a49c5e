package io.acso.core.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends an execution; before a failed or cancelled one ends, its effects are undone one by one, the last first. */
final class Undoing {

    private final Draft draft;

    Undoing(Draft draft) {
        this.draft = draft;
    }

    void end(ExecutionStatus ending, String why) {
        draft.judge(ending, why);
        boolean undo = ending == ExecutionStatus.FAILED || ending == ExecutionStatus.CANCELLED;
        if (!undo || draft.effects() == 0 || draft.compensation().begun()) {
            draft.finish();
            return;
        }
        draft.note("", ending + " (" + why + "): " + draft.effects() + " effects are undone, the last first");
        if (draft.paused()) {
            draft.compensate(draft.compensation().held());
        } else {
            next();
        }
    }

    /** Undoes the next, or ends when there is none. */
    void next() {
        if (draft.effects() == 0) {
            draft.finish();
            return;
        }
        Compensation.Effect last = draft.compensation().effects().getLast();
        Step step = draft.playbook.step(last.stepId());
        Instant limit = draft.now.plus(
                step.basics().timeout() == null
                        ? Defaults.STEP_TIMEOUT
                        : step.basics().timeout());
        draft.compensate(draft.compensation().until(limit));
        draft.note(last.stepId(), "undoes attempt " + last.attempt());
        draft.command(new Command.SetDeadline(last.stepId(), last.attempt(), limit));
        draft.command(new Command.UndoStep(last.stepId(), last.attempt(), limit));
    }

    /** False when the fact is not about what is being undone. */
    boolean apply(Fact.OfStep fact) {
        Instant limit = draft.compensation().deadline();
        if (limit == null || !draft.compensation().underWay(fact.stepId(), fact.attempt())) {
            return false;
        }
        return switch (fact) {
            case Fact.StepUndone undone -> came(fact, null);
            case Fact.StepNotUndone failed -> came(fact, failed.why());
            case Fact.DeadlinePassed passed ->
                !passed.at().isBefore(limit) && came(fact, "it was not undone until " + limit);
            default -> false;
        };
    }

    private boolean came(Fact.OfStep fact, @Nullable String trouble) {
        if (!(fact instanceof Fact.DeadlinePassed)) {
            draft.command(new Command.CancelDeadline(fact.stepId(), fact.attempt()));
        }
        draft.note(fact.stepId(), trouble == null ? "undone" : "not undone, a person must: " + trouble);
        draft.compensate(draft.compensation().withoutLast());
        if (trouble != null) {
            String title = draft.playbook.step(fact.stepId()).basics().title();
            draft.judge(
                    java.util.Objects.requireNonNull(draft.verdict()),
                    Limits.cut(
                            draft.why() + "; '" + title + "' was not undone: " + trouble, HistoryEntry.MAX_CHARACTERS));
        }
        if (!draft.paused()) {
            next();
        }
        return true;
    }
}
