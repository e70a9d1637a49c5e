package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Moment;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.core.playbook.Command;
import io.acso.core.playbook.Execution;
import io.acso.core.playbook.ExecutionState;
import io.acso.core.playbook.Fact;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.Transition;
import io.acso.core.playbook.Value;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Drives executions: each fact is one transition, committed with the tasks and timers that follow from it. */
final class Executing {

    private final Playbooks playbooks;
    private final Commands commands;
    private final Ending ending;

    Executing(Playbooks playbooks, Commands commands, Ending ending) {
        this.playbooks = playbooks;
        this.commands = commands;
        this.ending = ending;
    }

    /** Begins an execution whose plan may run, and tells the response that it is part of. */
    void goAhead(Held<ExecutionRecord> held, ExecutionRecord decided, Workbench bench) {
        NotBegun.responding(decided, bench)
                .ifPresent(response ->
                        bench.put(response.replacedBy(response.value().executing(bench.now()))));
        Playbook playbook = playbooks.of(decided, bench);
        begin(held.item(), decided, playbook, given(decided, bench), bench);
    }

    void begin(Item item, ExecutionRecord record, Playbook playbook, Map<String, Value> given, Workbench bench) {
        bench.ledger(
                "ExecutionBegan",
                record.id(),
                Map.of(
                        "playbook",
                        playbook.id(),
                        "playbookHash",
                        playbook.hash().hex()));
        apply(item, record, null, Execution.begin(playbook, record.id(), given, bench.now()), bench);
    }

    /** The playbook that it runs, in its version. */
    Playbook playbook(ExecutionRecord execution, Workbench bench) {
        return playbooks.of(execution, bench);
    }

    /** A fact that no longer fits changes nothing. */
    void advance(String executionId, Fact fact, Workbench bench) {
        new Casebook(bench.records())
                .execution(executionId)
                .ifPresent(held -> advance(held.item(), held.value(), fact, bench));
    }

    /** A question about one step, asked while the execution ran, was answered: it goes on under that approval. */
    void answered(Approval approval, boolean accepted, Principal by, String remark, Workbench bench) {
        Occasion occasion = Occasion.parse(approval.occasion());
        Fact fact = occasion.answered(by, accepted, remark, bench.now());
        new Casebook(bench.records()).execution(approval.executionId()).ifPresent(held -> {
            if (occasion.undo() && accepted) {
                commands.undo(held.value(), occasion.stepId(), occasion.attempt(), approval.id(), bench);
            } else {
                ExecutionRecord record = accepted ? held.value().under(occasion.stepId(), approval.id()) : held.value();
                advance(held.item(), record, fact, bench);
            }
        });
    }

    /** Gives the commands that did not fit into the last commit. */
    void goOn(String executionId, Workbench bench) {
        new Casebook(bench.records())
                .execution(executionId)
                .filter(held -> !held.value().pending().isEmpty())
                .ifPresent(held -> give(held.item(), held.value(), pending(held.value()), bench));
    }

    private void advance(Item item, ExecutionRecord record, Fact fact, Workbench bench) {
        ExecutionState state = state(record).orElse(null);
        if (state == null) {
            return;
        }
        Playbook playbook = playbooks.version(state.playbookHash(), state.playbookId(), bench);
        Transition transition = Execution.advance(playbook, state, fact);
        if (!transition.state().equals(state) || !transition.commands().isEmpty()) {
            apply(item, record, fact, transition, bench);
            if (!transition.state().status().ended()) {
                ending.progressed(record, bench);
            }
        }
    }

    static Optional<ExecutionState> state(ExecutionRecord record) {
        return Optional.ofNullable(record.state()).map(json -> Json.convert(json, ExecutionState.class));
    }

    private static Map<String, Value> given(ExecutionRecord record, Workbench bench) {
        if (record.given() != null) {
            return RunPlaybook.values(record.given());
        }
        Casebook casebook = new Casebook(bench.records());
        return casebook.incident(record.subject())
                .flatMap(incident -> casebook.response(record.subject())
                        .map(response -> ChooseResponse.given(
                                incident.value(), response.value().variables(), record.requested())))
                .orElse(Map.of());
    }

    private void apply(Item item, ExecutionRecord record, @Nullable Fact fact, Transition transition, Workbench bench) {
        ExecutionState state = transition.state();
        List<JsonNode> entries =
                transition.history().stream().<JsonNode>map(Json::objectOf).toList();
        Moment moment = new Moment(fact == null ? null : Json.objectOf(fact), entries);
        bench.put(CaseKeys.history(record.id(), record.historyLength(), moment));
        bench.announce("ExecutionMoved", record.id(), entries);
        ExecutionRecord moved =
                record.moved(state.status().name(), Json.objectOf(state), 1, state.why(), state.endedAt());
        List<Command> all = new ArrayList<>(pending(record));
        all.addAll(transition.commands());
        give(item, moved, all, bench);
    }

    /** What does not fit into this commit is given by the next, in the same order. */
    private void give(Item item, ExecutionRecord record, List<Command> all, Workbench bench) {
        int given = 0;
        while (given < all.size() && commands.fits(bench)) {
            Command command = all.get(given);
            if (command instanceof Command.Finish finish) {
                ending.finished(record, finish, bench);
                SupervisorTasks.tellParent(record, bench);
            } else {
                commands.give(record, command, bench);
            }
            given++;
        }
        List<JsonNode> rest = all.subList(given, all.size()).stream()
                .<JsonNode>map(Json::objectOf)
                .toList();
        ExecutionRecord left = record.leaving(rest);
        bench.put(item.version() == 0 ? CaseKeys.newExecution(left) : item.replacedBy(left));
        if (!rest.isEmpty()) {
            SupervisorTasks.goOn(left, bench);
        }
    }

    private static List<Command> pending(ExecutionRecord record) {
        return record.pending().stream()
                .map(json -> Json.convert(json, Command.class))
                .toList();
    }
}
