package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    void finish(ExecutionStatus ending, String because) {
        judge(ending, because);
        status = ending;
        note("", "execution " + ending.name().toLowerCase(java.util.Locale.ROOT) + ": " + because);
        command(new Command.Finish(ending, because));
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
