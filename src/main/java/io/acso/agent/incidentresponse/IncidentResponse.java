package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.runtime.Agent;
import io.acso.agent.runtime.Workbench;
import io.acso.core.autonomy.Actuators;
import io.acso.core.autonomy.Effects;
import io.acso.core.autonomy.Undo;
import io.acso.domain.inventory.Inventory;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.journal.Journal;
import io.acso.platform.objects.ObjectStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Contains, preserves, notifies and reports: one duty for each kind of task. */
public final class IncidentResponse implements Agent {

    private final Map<String, Duty> duties;

    public IncidentResponse(
            Actuators actuators, Effects effects, Supplier<Inventory> inventory, Journal journal, ObjectStore objects) {
        Undo undo = new Undo(effects, actuators, inventory);
        Map<String, Duty> all = new HashMap<>(new UndoDuties(effects, undo).all());
        all.put(CaseTasks.PREPARE_PLAN, new PreparePlan(actuators, undo, inventory));
        all.put(CaseTasks.CARRY_OUT, new CarryOut(effects, actuators, inventory));
        all.put(CaseTasks.UNDO_STEP, new UndoStep(effects, undo));
        all.put(CaseTasks.PRESERVE_EVIDENCE, new PreserveEvidence(journal, objects));
        all.put(CaseTasks.NOTIFY, new Notify(actuators, effects, inventory));
        all.put(CaseTasks.WRITE_REPORT, new WriteReport(objects));
        this.duties = Map.copyOf(all);
    }

    @Override
    public AgentName name() {
        return AgentName.INCIDENT_RESPONSE;
    }

    @Override
    public Set<String> accepts() {
        return duties.keySet();
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        return Objects.requireNonNull(duties.get(task.kind()), task.kind()).perform(task, bench);
    }
}
