package io.acso.agent.incidentresponse;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Investigation;
import io.acso.agent.casebook.LeftOut;
import io.acso.agent.casebook.Ticket;
import io.acso.core.autonomy.Approval;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is known of an incident at one moment.
 *
 * @param runs every execution that was chosen for it, oldest first
 * @param outcome what the playbook says came of it; empty when it says nothing
 * @param judgement what a person said of it; empty when nobody was asked
 */
record IncidentStory(
        Instant at,
        Incident incident,
        List<Finding> findings,
        List<IncidentFact> timeline,
        Optional<Investigation> investigation,
        List<Run> runs,
        List<Evidence> evidence,
        Optional<CostAssessment> cost,
        Optional<Ticket> ticket,
        String outcome,
        String judgement) {

    /** One execution, what it asked and what it did. */
    record Run(
            ExecutionRecord execution,
            List<LeftOut> leftOut,
            List<ActionResult> actions,
            Optional<Approval> approval) {}

    static Optional<IncidentStory> of(Casebook casebook, String id, String outcome, String judgement, Instant now) {
        return casebook.incident(id)
                .map(Held::value)
                .map(incident -> gather(casebook, incident, outcome, judgement, now));
    }

    private static IncidentStory gather(
            Casebook casebook, Incident incident, String outcome, String judgement, Instant now) {
        String id = incident.id();
        List<IncidentFact> timeline = casebook.timeline(id);
        List<Run> runs = timeline.stream()
                .flatMap(fact -> fact instanceof IncidentFact.ResponseChosen chosen
                        ? Stream.of(chosen.executionId())
                        : Stream.empty())
                .distinct()
                .flatMap(execution -> casebook.execution(execution).stream())
                .map(held -> run(casebook, held.value()))
                .toList();
        return new IncidentStory(
                now,
                incident,
                casebook.findingsOf(id),
                timeline,
                casebook.investigation(id),
                runs,
                casebook.evidence(id),
                casebook.cost(id),
                casebook.ticket(id).map(Held::value),
                outcome,
                judgement);
    }

    private static Run run(Casebook casebook, ExecutionRecord execution) {
        return new Run(
                execution,
                casebook.leftOut(execution.id()),
                casebook.actions(execution.id()),
                Optional.ofNullable(execution.approvalId())
                        .flatMap(casebook::approval)
                        .map(Held::value));
    }
}
