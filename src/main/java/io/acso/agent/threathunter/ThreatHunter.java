package io.acso.agent.threathunter;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.CaseTasks;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.Investigation;
import io.acso.agent.runtime.Agent;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.AgentName;
import io.acso.domain.task.Outcome;
import io.acso.domain.task.Task;
import io.acso.platform.journal.Journal;
import io.acso.platform.lake.Lake;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Investigates, from an incident's findings to everything its actors did, and hunts by the rules of playbooks. */
public final class ThreatHunter implements Agent {

    private final Lake lake;
    private final Journal journal;
    private final SigmaHunt hunt;

    public ThreatHunter(Lake lake, Journal journal, InstantSource clock) {
        this.lake = lake;
        this.journal = journal;
        this.hunt = new SigmaHunt(lake, journal, clock);
    }

    @Override
    public AgentName name() {
        return AgentName.THREAT_HUNTER;
    }

    @Override
    public Set<String> accepts() {
        return Set.of(CaseTasks.INVESTIGATE, CaseTasks.HUNT_SIGMA);
    }

    @Override
    public Outcome perform(Task task, Workbench bench) {
        return task.kind().equals(CaseTasks.HUNT_SIGMA)
                ? hunt.hunt(task.arguments(), bench.now())
                : investigate(task, bench);
    }

    private Outcome investigate(Task task, Workbench bench) {
        String incidentId = task.arguments().path("incident").asString();
        int revision = task.arguments().path("revision").asInt();
        Casebook casebook = new Casebook(bench.records());
        Optional<Incident> incident = casebook.incident(incidentId).map(held -> held.value());
        if (incident.isEmpty()) {
            return new Outcome.Failed("there is no incident " + incidentId, false, Json.object());
        }
        List<String> shown = casebook.findingsOf(incidentId).stream()
                .flatMap(finding -> finding.eventIds().stream())
                .distinct()
                .toList();
        Reach reach = new Reach(lake, journal, casebook::origins).of(incident.get(), shown, bench.now());
        Investigation investigation = reach.summary(incidentId, revision);
        bench.overwrite(CaseKeys.item(CaseKeys.investigation(incidentId), investigation));
        bench.announce("IncidentInvestigated", incidentId, investigation);
        ObjectNode result = Json.objectOf(investigation);
        return new Outcome.Completed(result);
    }
}
