package io.acso.core.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The next state in the making, with what it commands and what is told of it. */
final class Draft {

    final Playbook playbook;
    final Instant now;
    final Map<String, StepRun> runs;
    private final ExecutionState before;
    private final Map<String, Value> variables;
    private Compensation compensation;
    private int entered;
    private int untold;
    private final List<Command> commands = new ArrayList<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private ExecutionStatus status;
    private @Nullable ExecutionStatus verdict;
    private String why;

    Draft(Playbook playbook, ExecutionState before, Instant now) {
        this.playbook = playbook;
        this.before = before;
        this.now = now;
        this.runs = new TreeMap<>(before.steps());
        this.variables = new TreeMap<>(before.variables());
        this.status = before.status();
        this.verdict = before.verdict();
        this.why = before.why();
        this.compensation = before.compensation();
        this.entered = before.entered();
    }

    Transition done() {
        if (!status.ended() && status != ExecutionStatus.PAUSED) {
            status = open();
        }
        if (untold > 0) {
            history.add(new HistoryEntry(now, "", untold + " more entries of this moment are not kept"));
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
                status.ended() ? now : null,
                entered,
                compensation);
        return new Transition(state, commands, history);
    }

    private ExecutionStatus open() {
        if (compensation.begun()) {
            return ExecutionStatus.COMPENSATING;
        }
        return onlyPeopleAreAwaited() ? ExecutionStatus.WAITING : ExecutionStatus.RUNNING;
    }

    void note(String stepId, String what) {
        if (history.size() < Limits.ENTRIES) {
            history.add(new HistoryEntry(now, stepId, Limits.cut(what, HistoryEntry.MAX_CHARACTERS)));
        } else {
            untold++;
        }
    }

    /** The last words of a transition, whatever was said before. */
    private void noteAtLast(String what) {
        history.add(new HistoryEntry(now, "", Limits.cut(what, HistoryEntry.MAX_CHARACTERS)));
    }

    /** Counts one more step; false when there were too many. */
    boolean enter() {
        return ++entered <= Limits.ENTERED;
    }

    void command(Command command) {
        commands.add(command);
    }

    StepRun run(String id) {
        return Objects.requireNonNull(runs.get(id), id);
    }

    Bindings bindings(String id) {
        return new Bindings(run(id).variables(), variables, playbook.authored(playbook.step(id)));
    }

    boolean paused() {
        return status == ExecutionStatus.PAUSED;
    }

    void pause(boolean hold) {
        status = hold ? ExecutionStatus.PAUSED : ExecutionStatus.RUNNING;
    }

    @Nullable
    ExecutionStatus verdict() {
        return verdict;
    }

    String why() {
        return why;
    }

    /** How it will end, when what is still to do is done. */
    void judge(ExecutionStatus ending, String because) {
        verdict = ending;
        why = because;
    }

    void finish() {
        ExecutionStatus ending = Objects.requireNonNull(verdict);
        status = ending;
        noteAtLast("execution " + ending.name().toLowerCase(Locale.ROOT) + ": " + why);
        command(new Command.Finish(ending, why));
    }

    /** Goes on although it had ended. */
    void reopen() {
        status = ExecutionStatus.RUNNING;
        verdict = null;
        why = "";
    }

    /** Still ended, but otherwise. */
    void endedAs(ExecutionStatus ending) {
        status = ending;
        verdict = ending;
    }

    Compensation compensation() {
        return compensation;
    }

    int effects() {
        return compensation.effects().size();
    }

    void remember(Compensation.Effect effect) {
        compensation = compensation.with(effect);
    }

    void compensate(Compensation next) {
        compensation = next;
    }

    /** Nothing of them is kept: they are what made the state too large. */
    void forgetVariables() {
        variables.clear();
    }

    /** Keeps what the step's {@code out_args} name, and goes on with the step's next command. */
    StepRun take(Step.Work step, ObjectNode outputs) {
        StepRun run = run(step.basics().id());
        Map<String, Value> own = new TreeMap<>(run.variables());
        for (String name : step.outArgs()) {
            var json = outputs.has(name) ? outputs.path(name) : outputs.path("__" + name + "__");
            Variable mine = step.basics().variables().get(name);
            Variable shared = playbook.variables().get(name);
            if (!json.isMissingNode() && mine != null) {
                own.put(name, mine.accepted(Value.of(json)));
            } else if (!json.isMissingNode() && shared != null) {
                Value value = shared.accepted(Value.of(json));
                fits(name, value);
                variables.put(name, value);
            }
        }
        return run.nextCommand(own);
    }

    private void fits(String name, Value value) {
        int others = Limits.size(variables)
                - variables.getOrDefault(name, Value.UNKNOWN).size();
        if (others + value.size() > Limits.CHARACTERS) {
            throw new ValueUnfit("the output __" + name + "__ has " + value.size() + " characters: the variables of an"
                    + " execution hold at most " + Limits.CHARACTERS + " in all; keep what is large as evidence");
        }
    }

    private boolean onlyPeopleAreAwaited() {
        return runs.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().status().ended() && entry.getValue().open() == 0)
                .allMatch(entry -> entry.getValue().status() == StepStatus.WAITING_FOR_PERSON);
    }
}
