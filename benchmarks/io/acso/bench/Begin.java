package io.acso.bench;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Response;
import io.acso.agent.runtime.TaskMessage;
import io.acso.core.playbook.PlannedStep;
import io.acso.core.playbook.PlannedSteps;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.Value;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Task;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.testsupport.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Asks for one execution. */
final class Begin {

    private Begin() {}

    static void execution(Durability durability, Playbook playbook, String name) {
        Instant now = Instant.now();
        Finding finding = Findings.of(name).at(now).user(name, "AKIA" + name).build();
        Picture picture =
                new Picture(now, now, 1, finding.severity(), List.of(name), List.of(), List.of(), List.of(), 0);
        Rating rating = new Rating(finding.severity(), io.acso.domain.incident.Priority.P2, 70, 80, List.of());
        Incident incident =
                Incident.open(finding, picture, rating, now, "bench").incident();
        String id = Digest.id("exe", name);
        ExecutionRecord record = ExecutionRecord.planned(id, incident, playbook.id(), playbook.name(), now);
        ObjectNode arguments = Json.object()
                .put("execution", id)
                .put("incident", incident.id())
                .put("playbook", playbook.id());
        List<PlannedStep> ahead = PlannedSteps.actions(playbook, Map.of("incident_id", Value.of(incident.id())));
        arguments.set("steps", Json.MAPPER.valueToTree(ahead));
        Task plan = CaseTasks.delegate(
                AgentName.INCIDENT_RESPONSE,
                CaseTasks.PREPARE_PLAN,
                arguments,
                incident.id(),
                "plan/" + id,
                now.plus(Duration.ofMinutes(5)));
        durability.commit(Commit.builder()
                .put(CaseKeys.newIncident(incident))
                .put(CaseKeys.item(
                        CaseKeys.response(incident.id()),
                        Response.begin(incident.id(), now).plan(playbook.id(), new TreeMap<>(), id, now)))
                .put(CaseKeys.newExecution(record))
                .send("incident-response", TaskMessage.of(plan, null, null))
                .build());
    }
}
