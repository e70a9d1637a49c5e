package io.acso.agent.supervisor;

import io.acso.agent.Workbench;
import io.acso.agent.casebook.CaseTasks;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.time.Instant;

/** What the supervisor asks of itself, later. */
final class SupervisorTasks {

    private SupervisorTasks() {}

    /** Asks for an assessment when findings have settled; one for each span of {@code settle}. */
    static void assess(Workbench bench, String incidentId, Duration settle) {
        long span = Math.max(1, settle.toMillis());
        long bucket = bench.now().toEpochMilli() / span;
        String name = incidentId + "/" + bucket;
        bench.schedule(
                "assess#" + name,
                Instant.ofEpochMilli((bucket + 1) * span),
                assessment(bench, name, incidentId),
                incidentId);
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
