package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.rest.FindingsController.FindingBody;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an incident stands on: its findings as they are, by event time. */
@RestController
@RequestMapping("/api/v1/incidents/{id}/findings")
final class IncidentFindingsController {

    private final Casebook casebook;

    IncidentFindingsController(Casebook casebook) {
        this.casebook = casebook;
    }

    /** The findings of one incident with what matched in each, the earliest first. */
    @GetMapping
    @Permitted("incident.read")
    Paging.Slice<FindingBody> list(@PathVariable String id, Paging paging) {
        if (casebook.incident(id).isEmpty()) {
            throw Problems.notFound("incident", id, "/incidents");
        }
        return paging.page((limit, cursor) -> casebook.findingsOf(id, limit, cursor), FindingBody::from);
    }
}
