package io.acso.agent.supervisor;

import io.acso.agent.Workbench;
import io.acso.agent.casebook.CaseTasks;
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
    static void assess(Workbench bench, String incidentId, Duration settle) {
        long span = Math.max(1, settle.toMillis());
        String name = incidentId + "/" + bench.now().toEpochMilli() / span;
        bench.schedule("assess#" + name, bench.now().plus(settle), assessment(bench, name, incidentId), incidentId);
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
