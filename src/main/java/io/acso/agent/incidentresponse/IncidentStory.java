package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Investigation;
import io.acso.agent.casebook.Response;
import io.acso.agent.casebook.Ticket;
import io.acso.core.autonomy.Approval;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is known of an incident at one moment. */
record IncidentStory(
        Instant at,
        Incident incident,
        List<Finding> findings,
        List<IncidentFact> timeline,
        Optional<Investigation> investigation,
        Optional<ExecutionRecord> execution,
        List<ActionResult> actions,
        Optional<Approval> approval,
        List<Evidence> evidence,
        Optional<CostAssessment> cost,
        Optional<Ticket> ticket) {

    static Optional<IncidentStory> of(Casebook casebook, String id, Instant now) {
        return casebook.incident(id).map(Held::value).map(incident -> gather(casebook, incident, now));
    }

    private static IncidentStory gather(Casebook casebook, Incident incident, Instant now) {
        String id = incident.id();
        Optional<ExecutionRecord> execution = casebook.response(id)
                .map(Held::value)
                .map(Response::executionId)
                .flatMap(casebook::execution)
                .map(Held::value);
        return new IncidentStory(
                now,
                incident,
                casebook.findingsOf(id),
                casebook.timeline(id),
                casebook.investigation(id),
                execution,
                execution.map(run -> casebook.actions(run.id())).orElse(List.of()),
                execution
                        .map(ExecutionRecord::approvalId)
                        .flatMap(casebook::approval)
                        .map(Held::value),
                casebook.evidence(id),
                casebook.cost(id),
                casebook.ticket(id).map(Held::value));
    }
}
