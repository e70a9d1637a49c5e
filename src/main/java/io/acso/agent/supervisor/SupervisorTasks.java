package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.runtime.Reply;
import io.acso.agent.runtime.Workbench;
import io.acso.core.playbook.ExecutionStatus;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

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

    /** Has the rest of its commands given by another commit. */
    static void goOn(ExecutionRecord execution, Workbench bench) {
        String name = execution.id() + "/" + execution.historyLength() + "/"
                + execution.pending().size();
        bench.send(
                CaseTasks.toSupervisor(
                        CaseTasks.CONTINUE_EXECUTION,
                        name,
                        Json.object().put("execution", execution.id()),
                        AgentName.SUPERVISOR.principal(),
                        bench.now(),
                        execution.subject()),
                execution.subject());
    }

    /** Tells the step that waits for this execution how it ended; nothing when none does. */
    static void tellParent(ExecutionRecord ended, Workbench bench) {
        ExecutionRecord.Parent parent = ended.parent();
        if (parent == null) {
            return;
        }
        String key = "step/" + parent.executionId() + "/" + parent.stepId() + "/" + parent.attempt();
        Reply reply = new Reply(ended.id(), CaseTasks.RUN_PLAYBOOK, AgentName.SUPERVISOR, key, outcome(ended));
        Task task = CaseTasks.toSupervisor(
                Reply.KIND,
                ended.id() + "/" + ended.historyLength(),
                Json.objectOf(reply),
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                ended.subject());
        bench.send(task, ended.subject());
    }

    private static Outcome outcome(ExecutionRecord ended) {
        String why = "'" + ended.playbookName() + "' (" + ended.id() + ") ended " + ended.status() + ": "
                + Objects.requireNonNullElse(ended.why(), "no reason is known");
        ObjectNode variables = ended.state() == null
                ? Json.object()
                : ended.state().withObject("variables").deepCopy();
        if (ended.status().equals(ExecutionStatus.COMPLETED.name())) {
            return new Outcome.Completed(variables);
        }
        return ended.status().equals(ExecutionStatus.UNCERTAIN.name())
                ? new Outcome.Uncertain(why, variables)
                : new Outcome.Failed(why, false, variables);
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
