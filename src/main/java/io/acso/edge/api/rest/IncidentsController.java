package io.acso.edge.api.rest;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.Response;
import io.acso.agent.casebook.Ticket;
import io.acso.domain.event.Entity;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.document.Answers;
import io.acso.edge.api.rest.ExecutionsController.ExecutionSummary;
import io.acso.edge.api.rest.FindingsController.FindingSummary;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases, and all that belongs to one. */
@RestController
@RequestMapping("/api/v1/incidents")
final class IncidentsController {

    private final Casebook casebook;
    private final IncidentSearch search;

    IncidentsController(Casebook casebook, IncidentSearch search) {
        this.casebook = casebook;
        this.search = search;
    }

    /** Incidents, the one opened last first unless {@code sort} says otherwise. */
    @GetMapping
    @Permitted("incident.read")
    Paging.Slice<IncidentSummary> list(@Valid IncidentFilter filter, Paging paging) {
        return search.find(filter, paging);
    }

    /** One incident and all that belongs to it. */
    @GetMapping("/{id}")
    @Permitted("incident.read")
    @Answers(value = IncidentBody.class, status = 200, versioned = true)
    ResponseEntity<IncidentBody> show(@PathVariable String id) {
        Held<Incident> incident =
                casebook.incident(id).orElseThrow(() -> Problems.notFound("incident", id, "/incidents"));
        return ResponseEntity.ok()
                .eTag(Long.toString(incident.item().version()))
                .body(IncidentBody.from(incident.value(), casebook));
    }

    /** @param about the value of the entity it is mostly about: who acted, else what was acted upon */
    record IncidentSummary(
            String id,
            Incident.Kind kind,
            String title,
            Incident.Status status,
            Severity severity,
            Priority priority,
            int findings,
            Instant opened,
            Instant updated,
            @Nullable Principal assignee,
            List<String> tactics,
            @Nullable String about) {

        static IncidentSummary from(Incident incident) {
            return new IncidentSummary(
                    incident.id(),
                    incident.kind(),
                    incident.title(),
                    incident.status(),
                    incident.rating().severity(),
                    incident.rating().priority(),
                    incident.picture().findings(),
                    incident.opened(),
                    incident.updated(),
                    incident.assignee(),
                    incident.picture().tactics(),
                    incident.picture().mainly().map(Entity::value).orElse(null));
        }
    }

    record IncidentBody(
            IncidentSummary incident,
            @Nullable Instant contained,
            @Nullable Instant resolved,
            Rating rating,
            Picture picture,
            List<IncidentFact> timeline,
            List<FindingSummary> findings,
            @Nullable Response response,
            @Nullable ExecutionSummary execution,
            List<ActionResult> actions,
            List<Evidence> evidence,
            @Nullable CostAssessment cost,
            @Nullable Ticket ticket,
            @Nullable String report) {

        static IncidentBody from(Incident incident, Casebook casebook) {
            String id = incident.id();
            Optional<Response> response = casebook.response(id).map(Held::value);
            Optional<ExecutionRecord> execution = response.map(Response::executionId)
                    .flatMap(casebook::execution)
                    .map(Held::value);
            return new IncidentBody(
                    IncidentSummary.from(incident),
                    incident.contained(),
                    incident.resolved(),
                    incident.rating(),
                    incident.picture(),
                    casebook.timeline(id),
                    casebook.findingsOf(id).stream().map(FindingSummary::from).toList(),
                    response.orElse(null),
                    execution.map(ExecutionSummary::from).orElse(null),
                    execution.map(run -> casebook.actions(run.id())).orElse(List.of()),
                    casebook.evidence(id),
                    casebook.cost(id).orElse(null),
                    casebook.ticket(id).map(Held::value).orElse(null),
                    casebook.report(id)
                            .map(report -> "/api/v1/incidents/" + id + "/report")
                            .orElse(null));
        }
    }
}
