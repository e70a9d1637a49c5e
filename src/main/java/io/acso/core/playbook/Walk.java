package io.acso.core.playbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One transition in the making: enters and ends steps until all that is left waits for somebody. */
final class Walk {
    private static final String OUTERMOST = "";

    private record Turn(String stepId, String within) {}

    final Draft draft;
    private final Playbook playbook;
    private final Instant now;
    private final Deque<Turn> agenda = new ArrayDeque<>();

    Walk(Draft draft) {
        this.draft = draft;
        this.playbook = draft.playbook;
        this.now = draft.now;
    }

    Transition done() {
        while (!agenda.isEmpty()) {
            take(agenda.remove());
        }
        return draft.done();
    }

    /** Its turn comes when what is being done is done: a long chain of steps must not nest calls. */
    void enter(String id, String within) {
        agenda.add(new Turn(id, within));
    }

    /** End steps do nothing, so neither a delay nor a pause holds them, and branches may share one. */
    private void take(Turn turn) {
        String id = turn.stepId();
        String within = turn.within();
        Step step = playbook.step(id);
        if (draft.runs.containsKey(id) && !(step instanceof Step.End)) {
            draft.note(id, "had its turn already and is not repeated");
            branchEnded(within, StepStatus.DONE);
            return;
        }
        StepRun run = StepRun.entered(within, Execution.own(step), now);
        if (step instanceof Step.End) {
            draft.runs.put(id, run.ended(StepStatus.DONE, null, now));
            branchEnded(within, StepStatus.DONE);
            return;
        }
        Duration delay = step.basics().delay();
        if (delay.isPositive()) {
            draft.runs.put(id, run.with(StepStatus.PENDING, now.plus(delay)));
            draft.command(new Command.SetDeadline(id, 0, now.plus(delay)));
        } else if (draft.paused()) {
            draft.runs.put(id, run.with(StepStatus.PENDING, null));
        } else {
            draft.runs.put(id, run);
            start(id);
        }
    }

    /** Begins a step that was entered, or goes on with an action that was held. */
    void start(String id) {
        Step step = playbook.step(id);
        draft.runs.put(id, draft.run(id).with(StepStatus.RUNNING, null));
        switch (step) {
            case Step.ActionStep action -> new Acting(this, action).issue(null);
            case Step.IfStep choice -> choose(id, choice);
            case Step.ParallelStep parallel -> open(id, parallel.nextSteps());
            default -> succeed(id);
        }
    }

    private void choose(String id, Step.IfStep choice) {
        Truth truth = choice.condition().evaluate(draft.bindings(id)::value);
        draft.note(id, "'" + choice.condition() + "' is " + truth);
        String branch = truth == Truth.TRUE ? choice.onTrue() : choice.onFalse();
        if (truth == Truth.UNKNOWN) {
            fail(
                    id,
                    "the condition cannot be decided: one of "
                            + choice.condition().variables() + " has no value");
        } else if (branch == null) {
            succeed(id);
        } else {
            open(id, List.of(branch));
        }
    }

    private void open(String id, List<String> branches) {
        Duration timeout = playbook.step(id).basics().timeout();
        StepRun run = draft.run(id).branches(branches.size(), StepStatus.DONE);
        if (timeout == null) {
            draft.runs.put(id, run);
        } else {
            draft.runs.put(id, run.with(StepStatus.RUNNING, now.plus(timeout)));
            draft.command(new Command.SetDeadline(id, 0, now.plus(timeout)));
        }
        branches.forEach(branch -> enter(branch, id));
    }

    void succeed(String id) {
        close(id, StepStatus.DONE, null);
        follow(id, playbook.step(id).basics().afterSuccess(), StepStatus.DONE);
    }

    void fail(String id, String because) {
        close(id, StepStatus.FAILED, because);
        follow(id, playbook.step(id).basics().onFailure(), StepStatus.FAILED);
    }

    void doubt(String id, String because) {
        close(id, StepStatus.UNCERTAIN, because);
        follow(id, null, StepStatus.UNCERTAIN);
    }

    private void follow(String id, @Nullable String next, StepStatus otherwise) {
        String within = draft.run(id).within();
        if (next == null) {
            branchEnded(within, otherwise);
        } else {
            enter(next, within);
        }
    }

    private void close(String id, StepStatus how, @Nullable String because) {
        StepRun run = draft.run(id);
        if (run.deadline() != null) {
            draft.command(new Command.CancelDeadline(id, run.attempt()));
        }
        draft.runs.put(id, run.ended(how, because, now));
        String title = "'" + playbook.step(id).basics().title() + "' ";
        draft.note(id, title + how.name().toLowerCase(java.util.Locale.ROOT) + (because == null ? "" : ": " + because));
    }

    private void branchEnded(String within, StepStatus how) {
        if (within.equals(OUTERMOST)) {
            outermostEnded(how);
            return;
        }
        StepRun run = draft.run(within)
                .branches(
                        draft.run(within).open() - 1, draft.run(within).worst().worse(how));
        draft.runs.put(within, run);
        if (run.open() > 0) {
            return;
        }
        switch (run.worst()) {
            case FAILED -> fail(within, "a branch failed");
            case UNCERTAIN -> doubt(within, "a branch is uncertain");
            default -> succeed(within);
        }
    }

    private void outermostEnded(StepStatus how) {
        ExecutionStatus ending = switch (how) {
            case FAILED -> ExecutionStatus.FAILED;
            case UNCERTAIN -> ExecutionStatus.UNCERTAIN;
            default -> ExecutionStatus.COMPLETED;
        };
        String exception = playbook.exception();
        ExecutionStatus verdict = draft.verdict();
        if (verdict == null || ending.compareTo(verdict) > 0) {
            draft.judge(ending, story(ending));
        }
        boolean wrong = verdict == null && ending != ExecutionStatus.COMPLETED;
        if (wrong && exception != null && !draft.runs.containsKey(exception)) {
            draft.note(exception, "exception step takes over");
            enter(exception, OUTERMOST);
        } else {
            draft.finish(Objects.requireNonNull(draft.verdict()), draft.why());
        }
    }

    /** What went wrong first-hand, also when it was handled; the steps around it only pass it on. */
    private String story(ExecutionStatus ending) {
        List<String> wrong = draft.runs.entrySet().stream()
                .filter(entry -> entry.getValue().status() == StepStatus.FAILED
                        || entry.getValue().status() == StepStatus.UNCERTAIN)
                .filter(entry -> entry.getValue().worst() == StepStatus.DONE)
                .map(entry -> "'" + playbook.step(entry.getKey()).basics().title() + "' "
                        + entry.getValue().status().name().toLowerCase(java.util.Locale.ROOT) + ": "
                        + entry.getValue().why())
                .toList();
        String handled = ending == ExecutionStatus.COMPLETED ? "all steps ended, failures handled: " : "";
        return wrong.isEmpty() ? "all steps ended well" : handled + String.join("; ", wrong);
    }

    /** Ends all that is open within a step, or everything; true when an effect may have been under way. */
    boolean abandon(String within, String because) {
        boolean doubtful = false;
        for (String id : List.copyOf(draft.runs.keySet())) {
            if (!draft.run(id).status().ended() && isWithin(id, within)) {
                boolean effect = draft.run(id).status() == StepStatus.RUNNING && acting(id);
                close(id, effect ? StepStatus.UNCERTAIN : StepStatus.SKIPPED, because);
                doubtful |= effect;
            }
        }
        return doubtful;
    }

    boolean acting(String id) {
        return playbook.step(id) instanceof Step.ActionStep action
                && action.commands().get(draft.run(id).command()) instanceof CommandData.GatedAction;
    }

    private boolean isWithin(String id, String around) {
        String at = draft.run(id).within();
        while (!at.equals(around) && !at.equals(OUTERMOST)) {
            at = draft.run(at).within();
        }
        return at.equals(around);
    }
}
