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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Contains, preserves, notifies and reports: one duty for each kind of task. */
public final class IncidentResponse implements Agent {

    private final Map<String, Duty> duties;

    public IncidentResponse(
            Actuators actuators, Effects effects, Supplier<Inventory> inventory, Journal journal, ObjectStore objects) {
        this.duties = Map.of(
                CaseTasks.PREPARE_PLAN, new PreparePlan(actuators, inventory),
                CaseTasks.CARRY_OUT, new CarryOut(effects, actuators, inventory),
                CaseTasks.UNDO_STEP, new UndoStep(effects, new Undo(effects, actuators, inventory)),
                CaseTasks.PRESERVE_EVIDENCE, new PreserveEvidence(journal, objects),
                CaseTasks.NOTIFY, new Notify(actuators, effects, inventory),
                CaseTasks.WRITE_REPORT, new WriteReport(objects));
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
