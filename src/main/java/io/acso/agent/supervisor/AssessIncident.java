package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Has an incident investigated, again whenever it grew. What an execution has begun is left to end first. */
final class AssessIncident implements Duty {

    private final SupervisorSettings settings;

    AssessIncident(SupervisorSettings settings) {
        this.settings = settings;
    }

    @Override
    public String kind() {
        return CaseTasks.ASSESS;
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        String id = task.arguments().path("incident").asString();
        Casebook casebook = new Casebook(bench.records());
        Optional<Incident> incident = casebook.incident(id).map(Held::value).filter(Incident::isOpen);
        Optional<Held<Response>> held = casebook.response(id);
        boolean executing = held.filter(response -> response.value().stage() == Response.Stage.EXECUTING)
                .isPresent();
        if (incident.isEmpty() || executing) {
            return new Outcome.Completed(Json.object().put("assessed", false));
        }
        Response response =
                held.map(found -> found.value().again(bench.now())).orElseGet(() -> Response.begin(id, bench.now()));
        held.ifPresentOrElse(
                found -> bench.put(found.replacedBy(response)),
                () -> bench.put(CaseKeys.item(CaseKeys.response(id), response)));
        ObjectNode arguments = Json.object().put("incident", id).put("revision", response.revision());
        bench.send(
                CaseTasks.delegate(
                        AgentName.THREAT_HUNTER,
                        CaseTasks.INVESTIGATE,
                        arguments,
                        id,
                        "investigate/" + id + "/" + response.revision(),
                        bench.now().plus(settings.stepTimeout())),
                null);
        ResponseOverdue.after(settings.stepTimeout(), response, bench);
        return new Outcome.Completed(Json.object().put("assessed", true));
    }
}
