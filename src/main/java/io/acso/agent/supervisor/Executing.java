package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Approval;
import io.acso.core.playbook.Command;
import io.acso.core.playbook.Execution;
import io.acso.core.playbook.ExecutionState;
import io.acso.core.playbook.Fact;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.Transition;
import io.acso.core.playbook.Value;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Item;
import java.util.Map;
import java.util.Optional;

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

    /** Begins an execution whose plan may run, with what its incident's response gave it. */
    void begin(Item item, ExecutionRecord record, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        Optional<Incident> incident = casebook.incident(record.subject()).map(Held::value);
        Optional<Playbook> playbook = playbooks.library().find(record.playbookId());
        if (incident.isEmpty() || playbook.isEmpty()) {
            throw new IllegalStateException(
                    "execution " + record.id() + " has lost its incident or playbook " + record.playbookId());
        }
        Map<String, Value> given = casebook.response(record.subject())
                .map(response ->
                        ChooseResponse.given(incident.get(), response.value().variables(), record.requested()))
                .orElse(Map.of());
        begin(item, record, playbook.get(), given, bench);
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
        apply(item, record, Execution.begin(playbook, record.id(), given, bench.now()), bench);
    }

    /** A fact that no longer fits changes nothing. */
    void advance(String executionId, Fact fact, Workbench bench) {
        new Casebook(bench.records())
                .execution(executionId)
                .ifPresent(held -> advance(held.item(), held.value(), fact, bench));
    }

    /** A question about one step, asked while the execution ran, was answered: it goes on under that approval. */
    void answered(Approval approval, boolean accepted, Principal by, String remark, Workbench bench) {
        String[] occasion = approval.occasion().split("/", -1);
        Fact fact = new Fact.PersonAnswered(
                occasion[0], Integer.parseInt(occasion[1]), by.toString(), accepted, remark, bench.now());
        new Casebook(bench.records())
                .execution(approval.executionId())
                .ifPresent(held ->
                        advance(held.item(), accepted ? held.value().under(approval.id()) : held.value(), fact, bench));
    }

    private void advance(Item item, ExecutionRecord record, Fact fact, Workbench bench) {
        Optional<ExecutionState> state =
                Optional.ofNullable(record.state()).map(json -> Json.convert(json, ExecutionState.class));
        if (state.isEmpty()) {
            return;
        }
        Playbook playbook =
                playbooks.version(state.get().playbookHash(), state.get().playbookId(), bench);
        Transition transition = Execution.advance(playbook, state.get(), fact);
        if (!transition.state().equals(state.get()) || !transition.commands().isEmpty()) {
            apply(item, record, transition, bench);
            if (!transition.state().status().ended()) {
                ending.progressed(record, bench);
            }
        }
    }

    private void apply(Item item, ExecutionRecord record, Transition transition, Workbench bench) {
        ExecutionState state = transition.state();
        ExecutionRecord moved = record.moved(
                state.status().name(),
                Json.objectOf(state),
                transition.history().size(),
                state.endedAt());
        bench.put(item.version() == 0 ? CaseKeys.newExecution(moved) : item.replacedBy(moved));
        int ordinal = record.historyLength();
        for (var entry : transition.history()) {
            bench.put(CaseKeys.history(record.id(), ordinal++, entry));
            bench.announce("ExecutionMoved", record.id(), entry);
        }
        for (Command command : transition.commands()) {
            if (command instanceof Command.Finish finish) {
                ending.finished(moved, finish, bench);
            } else {
                commands.give(moved, command, bench);
            }
        }
    }
}
