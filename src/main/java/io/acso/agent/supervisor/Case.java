package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import java.util.List;

/** How every change of an incident is written down: the record, its timeline, and an announcement a fact. */
final class Case {

    private Case() {}

    static void stage(Workbench bench, Held<Incident> held, Incident.Change change) {
        bench.put(held.replacedBy(change.incident()));
        stageFacts(bench, change.incident(), change.facts());
    }

    static void stageFacts(Workbench bench, Incident incident, List<IncidentFact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            IncidentFact fact = facts.get(i);
            bench.overwrite(CaseKeys.fact(incident.id(), fact, i));
            bench.announce(fact.getClass().getSimpleName(), incident.id(), fact);
        }
    }
}
