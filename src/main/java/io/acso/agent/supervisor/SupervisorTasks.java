package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import java.time.Duration;

/** What the supervisor asks of itself, later. */
final class SupervisorTasks {

    private SupervisorTasks() {}

    /**
     * Asks for an assessment when findings have settled: {@code settle} after the last one of a span of that
     * length, so that a steady stream of findings does not put it off for ever.
     */
    static void assess(Workbench bench, Incident incident, Duration settle) {
        long span = Math.max(1, settle.toMillis());
        String timer = incident.id() + "/" + bench.now().toEpochMilli() / span;
        // Its timer may have fired already when this is committed: a message of another name is not taken for that one.
        String name = timer + "/" + incident.picture().findings();
        bench.schedule(
                "assess#" + timer, bench.now().plus(settle), assessment(bench, name, incident.id()), incident.id());
    }

    /** Asks for an assessment at once, once for each {@code occasion}. */
    static void assessNow(Workbench bench, String incidentId, String occasion) {
        bench.send(assessment(bench, incidentId + "/" + occasion, incidentId), incidentId);
    }

    private static Task assessment(Workbench bench, String name, String incidentId) {
        return CaseTasks.toSupervisor(
                CaseTasks.ASSESS,
                name,
                Json.object().put("incident", incidentId),
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                incidentId);
    }
}
