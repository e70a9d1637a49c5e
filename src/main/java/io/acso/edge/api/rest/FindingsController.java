package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.domain.event.Entity;
import io.acso.domain.finding.Finding;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.edge.api.access.Permitted;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What detections said. */
@RestController
@RequestMapping("/api/v1/findings")
final class FindingsController {

    private final Casebook casebook;

    FindingsController(Casebook casebook) {
        this.casebook = casebook;
    }

    @GetMapping
    @Permitted("finding.read")
    Paging.Slice<FindingSummary> list(Paging paging) {
        return paging.page(casebook::findings, FindingSummary::from);
    }

    @GetMapping("/{id}")
    @Permitted("finding.read")
    FindingBody show(@PathVariable String id) {
        return casebook.finding(id)
                .map(FindingBody::from)
                .orElseThrow(() -> Problems.notFound("finding", id, "/findings"));
    }

    record FindingSummary(String id, String ruleId, String title, Severity severity, Instant time) {
        static FindingSummary from(Finding finding) {
            return new FindingSummary(
                    finding.id(), finding.ruleId(), finding.title(), finding.severity(), finding.time());
        }
    }

    record FindingBody(
            String id,
            String ruleId,
            String title,
            Severity severity,
            Instant time,
            List<String> events,
            List<MatchedField> matched,
            List<Entity> entities,
            List<String> tactics,
            List<String> techniques,
            String content,
            JsonNode ocsf) {

        static FindingBody from(Finding finding) {
            return new FindingBody(
                    finding.id(),
                    finding.ruleId(),
                    finding.title(),
                    finding.severity(),
                    finding.time(),
                    finding.eventIds(),
                    finding.matched(),
                    finding.entities(),
                    finding.tactics(),
                    finding.techniques(),
                    finding.content(),
                    Json.tree(finding.ocsf()));
        }
    }
}
