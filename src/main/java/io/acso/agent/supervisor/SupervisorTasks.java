package io.acso.agent.supervisor;

import io.acso.agent.Workbench;
import io.acso.agent.casebook.CaseTasks;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.time.Instant;

/** What the supervisor asks of itself, later. */
final class SupervisorTasks {

    private SupervisorTasks() {}

    /** Asks for an assessment when findings have settled; one for each span of {@code settle}. */
    static void assess(Workbench bench, Incident incident, Duration settle) {
        long span = Math.max(1, settle.toMillis());
        long bucket = bench.now().toEpochMilli() / span;
        String timer = incident.id() + "/" + bucket;
        // Its timer may have fired already when this is committed: a message of another name is not taken for that one.
        String name = timer + "/" + incident.picture().findings();
        bench.schedule(
                "assess#" + timer,
                Instant.ofEpochMilli((bucket + 1) * span),
                assessment(bench, name, incident.id()),
                incident.id());
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
