package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.time.Duration;
import java.util.Optional;

/** An investigation or a plan that nobody delivers, for whatever reason, ends with a person. */
final class ResponseOverdue implements Duty {

    private static final String KIND = "response-overdue";

    /** Has it looked at when the answer to this stage should have come. A later stage replaces it. */
    static void after(Duration patience, Response response, Workbench bench) {
        String name = response.incidentId() + "/" + response.revision() + "/" + response.stage();
        Task task = CaseTasks.toSupervisor(
                KIND,
                name,
                Json.object()
                        .put("incident", response.incidentId())
                        .put("revision", response.revision())
                        .put("stage", response.stage().name()),
                AgentName.SUPERVISOR.principal(),
                bench.now(),
                response.incidentId());
        bench.schedule("overdue#" + response.incidentId(), bench.now().plus(patience), task, response.incidentId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        Response.Stage stage =
                Response.Stage.valueOf(task.arguments().path("stage").asString());
        casebook.response(task.arguments().path("incident").asString())
                .filter(held -> held.value().stage() == stage)
                .filter(held -> held.value().revision()
                        == task.arguments().path("revision").asInt())
                .ifPresent(held -> giveUp(held, "no answer came to " + stage + " in time", bench));
        return new Outcome.Completed(Json.object());
    }

    /** Ends the response before it began to act. What it planned is dropped, and the incident waits for a person. */
    static void giveUp(Held<Response> held, String why, Workbench bench) {
        Casebook casebook = new Casebook(bench.records());
        Response response = held.value();
        Optional<Held<ExecutionRecord>> planned = Optional.ofNullable(response.executionId())
                .flatMap(casebook::execution)
                .filter(found -> found.value().status().equals(ExecutionRecord.PLANNED));
        planned.ifPresent(found ->
                bench.put(found.replacedBy(found.value().dropped(ExecutionRecord.NOT_PLANNED, why, bench.now()))));
        bench.put(held.replacedBy(response.ended(response.covered(), bench.now())));
        casebook.incident(response.incidentId())
                .filter(incident -> incident.value().isOpen())
                .ifPresent(
                        incident -> Case.stage(bench, incident, incident.value().hold(bench.now(), why)));
    }
}
