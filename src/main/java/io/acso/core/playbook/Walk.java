package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One transition in the making: enters and ends steps until all that is left waits for somebody. */
final class Walk {

    private static final String OUTERMOST = "";

    final Playbook playbook;
    final Instant now;
    final Map<String, StepRun> runs;
    private final ExecutionState before;
    private final Map<String, Value> variables;
    private final List<Command> commands = new ArrayList<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private ExecutionStatus status;
    private @Nullable ExecutionStatus verdict;
    private String why;

    Walk(Playbook playbook, ExecutionState before, Instant now) {
        this.playbook = playbook;
        this.before = before;
        this.now = now;
        this.runs = new TreeMap<>(before.steps());
        this.variables = new TreeMap<>(before.variables());
        this.status = before.status();
        this.verdict = before.verdict();
        this.why = before.why();
    }

    Transition done() {
        if (!status.ended() && status != ExecutionStatus.PAUSED) {
            status = onlyPeopleAreAwaited() ? ExecutionStatus.WAITING : ExecutionStatus.RUNNING;
        }
        ExecutionState state = new ExecutionState(
                ExecutionState.SCHEMA_VERSION,
                before.executionId(),
                before.playbookId(),
                before.playbookHash(),
                status,
                variables,
                runs,
                verdict,
                why,
                before.startedAt(),
                status.ended() ? now : null);
        return new Transition(state, commands, history);
    }

    void note(String stepId, String what) {
        history.add(new HistoryEntry(now, stepId, what));
    }

    void command(Command command) {
        commands.add(command);
    }

    StepRun run(String id) {
        return Objects.requireNonNull(runs.get(id), id);
    }

    Bindings bindings(String id) {
        return new Bindings(run(id).variables(), variables);
    }

    boolean paused() {
        return status == ExecutionStatus.PAUSED;
    }

    void pause(boolean hold) {
        status = hold ? ExecutionStatus.PAUSED : ExecutionStatus.RUNNING;
    }

    void enter(String id, String within) {
        Step step = playbook.step(id);
        if (runs.containsKey(id) && !(step instanceof Step.End)) {
            note(id, "had its turn already and is not repeated");
            branchEnded(within, StepStatus.DONE);
            return;
        }
        StepRun run = StepRun.entered(within, Execution.own(step), now);
        Duration delay = step.basics().delay();
        if (delay.isPositive()) {
            runs.put(id, run.with(StepStatus.PENDING, now.plus(delay)));
            command(new Command.SetDeadline(id, 0, now.plus(delay)));
        } else if (paused()) {
            runs.put(id, run.with(StepStatus.PENDING, null));
        } else {
            runs.put(id, run);
            start(id);
        }
    }

    /** Begins a step that was entered, or goes on with an action that was held. */
    void start(String id) {
        Step step = playbook.step(id);
        runs.put(id, run(id).with(StepStatus.RUNNING, null));
        switch (step) {
            case Step.End end -> end(id);
            case Step.ActionStep action -> new Acting(this, action).issue(null);
            case Step.IfStep choice -> choose(id, choice);
            case Step.ParallelStep parallel -> open(id, parallel.nextSteps());
            default -> succeed(id);
        }
    }

    private void end(String id) {
        String within = run(id).within();
        runs.put(id, run(id).ended(StepStatus.DONE, null, now));
        branchEnded(within, StepStatus.DONE);
    }

    private void choose(String id, Step.IfStep choice) {
        Truth truth = choice.condition().evaluate(bindings(id)::value);
        note(id, "'" + choice.condition() + "' is " + truth);
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
        StepRun run = run(id).branches(branches.size(), StepStatus.DONE);
        if (timeout == null) {
            runs.put(id, run);
        } else {
            runs.put(id, run.with(StepStatus.RUNNING, now.plus(timeout)));
            command(new Command.SetDeadline(id, 0, now.plus(timeout)));
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
        String within = run(id).within();
        if (next == null) {
            branchEnded(within, otherwise);
        } else {
            enter(next, within);
        }
    }

    private void close(String id, StepStatus how, @Nullable String because) {
        StepRun run = run(id);
        if (run.deadline() != null) {
            command(new Command.CancelDeadline(id, run.attempt()));
        }
        runs.put(id, run.ended(how, because, now));
        String title = "'" + playbook.step(id).basics().title() + "' ";
        note(id, title + how.name().toLowerCase(java.util.Locale.ROOT) + (because == null ? "" : ": " + because));
    }

    private void branchEnded(String within, StepStatus how) {
        if (within.equals(OUTERMOST)) {
            outermostEnded(how);
            return;
        }
        StepRun run =
                run(within).branches(run(within).open() - 1, run(within).worst().worse(how));
        runs.put(within, run);
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
        boolean handling = verdict != null;
        if (verdict == null || ending.compareTo(verdict) > 0) {
            verdict = ending;
            why = story(ending);
        }
        if (!handling && ending != ExecutionStatus.COMPLETED && exception != null && !runs.containsKey(exception)) {
            note(exception, "exception step takes over");
            enter(exception, OUTERMOST);
        } else {
            finish(verdict, why);
        }
    }

    /** What went wrong first-hand, also when it was handled; the steps around it only pass it on. */
    private String story(ExecutionStatus ending) {
        List<String> wrong = runs.entrySet().stream()
                .filter(entry -> entry.getValue().status() == StepStatus.FAILED
                        || entry.getValue().status() == StepStatus.UNCERTAIN)
                .filter(entry ->
                        entry.getValue().open() == 0 && entry.getValue().worst() == StepStatus.DONE)
                .map(entry -> "'" + playbook.step(entry.getKey()).basics().title() + "' "
                        + entry.getValue().status().name().toLowerCase(java.util.Locale.ROOT) + ": "
                        + entry.getValue().why())
                .toList();
        String handled = ending == ExecutionStatus.COMPLETED ? "all steps ended, failures handled: " : "";
        return wrong.isEmpty() ? "all steps ended well" : handled + String.join("; ", wrong);
    }

    void finish(ExecutionStatus ending, String because) {
        status = ending;
        verdict = ending;
        why = because;
        note("", "execution " + ending.name().toLowerCase(java.util.Locale.ROOT) + ": " + because);
        command(new Command.Finish(ending, because));
    }

    /** Ends all that is open within a step, or everything; true when an effect may have been under way. */
    boolean abandon(String within, String because) {
        boolean doubtful = false;
        for (String id : List.copyOf(runs.keySet())) {
            if (!run(id).status().ended() && isWithin(id, within)) {
                boolean effect = run(id).status() == StepStatus.RUNNING && acting(id);
                close(id, effect ? StepStatus.UNCERTAIN : StepStatus.SKIPPED, because);
                doubtful |= effect;
            }
        }
        return doubtful;
    }

    boolean acting(String id) {
        return playbook.step(id) instanceof Step.ActionStep action
                && action.commands().get(run(id).command()) instanceof CommandData.GatedAction;
    }

    private boolean isWithin(String id, String around) {
        String at = run(id).within();
        while (!at.equals(around) && !at.equals(OUTERMOST)) {
            at = run(at).within();
        }
        return at.equals(around);
    }

    /** Keeps what the step's {@code out_args} name, and goes on with the step's next command. */
    StepRun take(String id, ObjectNode outputs) {
        Step.ActionStep step = (Step.ActionStep) playbook.step(id);
        StepRun run = run(id);
        Map<String, Value> own = new TreeMap<>(run.variables());
        for (String name : step.outArgs()) {
            var json = outputs.has(name) ? outputs.path(name) : outputs.path("__" + name + "__");
            Variable mine = step.basics().variables().get(name);
            Variable shared = playbook.variables().get(name);
            if (!json.isMissingNode() && mine != null) {
                own.put(name, mine.shaped(Value.of(json)));
            } else if (!json.isMissingNode() && shared != null) {
                variables.put(name, shared.shaped(Value.of(json)));
            }
        }
        ObjectNode all = Json.object();
        all.setAll(run.outputs());
        all.setAll(outputs);
        return run.nextCommand(own, all);
    }

    private boolean onlyPeopleAreAwaited() {
        return runs.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().status().ended() && entry.getValue().open() == 0)
                .allMatch(entry -> entry.getValue().status() == StepStatus.WAITING_FOR_PERSON);
    }
}
