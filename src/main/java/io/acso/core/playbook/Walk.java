package io.acso.core.playbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One transition in the making: enters and ends steps until all that is left waits for somebody. */
final class Walk {

    static final String OUTERMOST = "";
    static final String EXCEPTION = "exception";

    private record Turn(String stepId, String within) {}

    final Draft draft;
    final Undoing undoing;
    private final Playbook playbook;
    private final Instant now;
    private final Deque<Turn> agenda = new ArrayDeque<>();

    Walk(Draft draft) {
        this.draft = draft;
        this.undoing = new Undoing(draft);
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
        Step step = playbook.step(id);
        StepRun before = draft.runs.get(id);
        boolean first = before == null || before.status() == StepStatus.PAST;
        if (!first && !(step instanceof Step.End)) {
            draft.note(id, "had its turn already and is not repeated");
            branchEnded(turn.within(), StepStatus.DONE);
        } else if (draft.enter()) {
            enter(
                    step,
                    StepRun.entered(
                            turn.within(),
                            before == null ? 1 : before.visit() + 1,
                            before == null ? 0 : before.attempt(),
                            Execution.own(step),
                            now));
        } else {
            exceeded("it has taken " + Limits.ENTERED + " steps, the most an execution may: bound its loops");
        }
    }

    private void enter(Step step, StepRun run) {
        String id = step.basics().id();
        if (step instanceof Step.End) {
            draft.runs.put(id, run.ended(StepStatus.DONE, null, now));
            branchEnded(run.within(), StepStatus.DONE);
            return;
        }
        Duration delay = step.basics().delay();
        if (delay.isPositive()) {
            draft.runs.put(id, run.with(StepStatus.PENDING, now.plus(delay)));
            draft.command(new Command.SetDeadline(id, run.attempt(), now.plus(delay)));
        } else if (draft.paused()) {
            draft.runs.put(id, run.with(StepStatus.PENDING, null));
        } else {
            draft.runs.put(id, run);
            start(id);
        }
    }

    /** Ends the whole of it where it stands. */
    void exceeded(String why) {
        agenda.clear();
        abandonAll(why);
        undoing.end(ExecutionStatus.FAILED, why);
    }

    /** Begins a step that was entered, or goes on with one that was held. */
    void start(String id) {
        Step step = playbook.step(id);
        draft.runs.put(id, draft.run(id).with(StepStatus.RUNNING, null));
        switch (step) {
            case Step.Work work -> new Acting(this, work).issue(null);
            case Step.IfStep choice -> new Deciding(this, id).choose(choice);
            case Step.SwitchStep choice -> new Deciding(this, id).choose(choice);
            case Step.WhileStep loop -> new Deciding(this, id).turn(loop);
            case Step.ParallelStep parallel -> open(id, parallel.nextSteps());
            default -> succeed(id);
        }
    }

    void open(String id, List<String> branches) {
        limit(id, draft.run(id).branches(branches.size(), StepStatus.DONE));
        branches.forEach(branch -> enter(branch, id));
    }

    /** A timeout of a step with branches holds for all of them, and for all turns of a loop. */
    void limit(String id, StepRun run) {
        Duration timeout = playbook.step(id).basics().timeout();
        if (timeout == null || run.deadline() != null) {
            draft.runs.put(id, run);
        } else {
            draft.runs.put(id, run.with(StepStatus.RUNNING, now.plus(timeout)));
            draft.command(new Command.SetDeadline(id, run.attempt(), now.plus(timeout)));
        }
    }

    /** What has ended within a step is past, so that it can be reached again. */
    void forget(String within) {
        for (String id : List.copyOf(draft.runs.keySet())) {
            if (isWithin(id, within)) {
                draft.runs.put(id, draft.run(id).with(StepStatus.PAST, null));
            }
        }
    }

    /** A step that ended waits again for so many of its branches. */
    void reopen(String id, int open) {
        limit(id, draft.run(id).reopened(open));
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
        draft.runs.put(id, run.ended(how, because == null ? null : Limits.why(playbook, because), now));
        String title = "'" + playbook.step(id).basics().title() + "' ";
        draft.note(id, title + how.name().toLowerCase(Locale.ROOT) + (because == null ? "" : ": " + because));
    }

    private void branchEnded(String within, StepStatus how) {
        if (within.equals(OUTERMOST) && draft.verdict() == null) {
            outermostEnded(how);
            return;
        }
        if (within.equals(OUTERMOST) || within.equals(EXCEPTION)) {
            exceptionEnded(how);
            return;
        }
        StepRun before = draft.run(within);
        StepRun run = before.branches(before.open() - 1, before.worst().worse(how));
        draft.runs.put(within, run);
        if (run.open() > 0) {
            return;
        }
        switch (run.worst()) {
            case FAILED -> fail(within, "a branch failed");
            case UNCERTAIN -> doubt(within, "a branch is uncertain");
            default -> {
                if (playbook.step(within) instanceof Step.WhileStep loop) {
                    new Deciding(this, within).turn(loop);
                } else {
                    succeed(within);
                }
            }
        }
    }

    private void outermostEnded(StepStatus how) {
        ExecutionStatus ending = ending(how);
        draft.judge(ending, story(ending));
        String exception = playbook.exception();
        if (ending != ExecutionStatus.COMPLETED && exception != null && fresh(exception)) {
            draft.note(exception, "exception step takes over");
            enter(exception, EXCEPTION);
        } else {
            undoing.end(ending, draft.why());
        }
    }

    private boolean fresh(String id) {
        StepRun run = draft.runs.get(id);
        return run == null || run.status() == StepStatus.PAST || playbook.step(id) instanceof Step.End;
    }

    private void exceptionEnded(StepStatus how) {
        ExecutionStatus ending = ending(how);
        if (ending.compareTo(Objects.requireNonNull(draft.verdict())) > 0) {
            draft.judge(ending, story(ending));
        }
        undoing.end(Objects.requireNonNull(draft.verdict()), draft.why());
    }

    private static ExecutionStatus ending(StepStatus how) {
        return switch (how) {
            case FAILED -> ExecutionStatus.FAILED;
            case UNCERTAIN -> ExecutionStatus.UNCERTAIN;
            default -> ExecutionStatus.COMPLETED;
        };
    }

    /** What went wrong first-hand, also when it was handled; the steps around it only pass it on. */
    private String story(ExecutionStatus ending) {
        List<String> wrong = draft.runs.entrySet().stream()
                .filter(entry -> entry.getValue().status() == StepStatus.FAILED
                        || entry.getValue().status() == StepStatus.UNCERTAIN)
                .filter(entry -> entry.getValue().worst() == StepStatus.DONE)
                .map(entry -> "'" + playbook.step(entry.getKey()).basics().title() + "' "
                        + entry.getValue().status().name().toLowerCase(Locale.ROOT) + ": "
                        + entry.getValue().why())
                .toList();
        String handled = ending == ExecutionStatus.COMPLETED ? "all steps ended, failures handled: " : "";
        String told = Limits.cut(handled + String.join("; ", wrong), HistoryEntry.MAX_CHARACTERS);
        return wrong.isEmpty() ? "all steps ended well" : told;
    }

    void abandonAll(String because) {
        abandon(id -> true, because);
    }

    /** Ends all that is open within a step; true when an effect may have been under way. */
    boolean abandon(String within, String because) {
        return abandon(id -> isWithin(id, within), because);
    }

    private boolean abandon(Predicate<String> which, String because) {
        boolean doubtful = false;
        for (String id : List.copyOf(draft.runs.keySet())) {
            if (!draft.run(id).status().ended() && which.test(id)) {
                boolean effect = draft.run(id).status() == StepStatus.RUNNING && acting(id);
                letGo(id, because);
                close(id, effect ? StepStatus.UNCERTAIN : StepStatus.SKIPPED, because);
                doubtful |= effect;
            }
        }
        return doubtful;
    }

    /** Another playbook would go on for nobody. */
    void letGo(String id, String because) {
        StepRun run = draft.run(id);
        if (run.status() == StepStatus.RUNNING && playbook.step(id) instanceof Step.PlaybookStep) {
            draft.command(new Command.CancelPlaybook(id, run.attempt(), because));
        }
    }

    /** Whether something may happen outside while nobody knows of it. */
    boolean acting(String id) {
        return playbook.step(id) instanceof Step.Work work
                && switch (work.commands().get(draft.run(id).command())) {
                    case CommandData.GatedAction action -> true;
                    case CommandData.SubPlaybook other -> true;
                    default -> false;
                };
    }

    private boolean isWithin(String id, String around) {
        String at = draft.run(id).within();
        while (!at.equals(around)) {
            if (at.equals(OUTERMOST) || at.equals(EXCEPTION)) {
                return false;
            }
            at = draft.run(at).within();
        }
        return true;
    }
}
