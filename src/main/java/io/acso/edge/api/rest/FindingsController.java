package io.acso.edge.api.rest;

import io.acso.agent.casebook.Casebook;
import io.acso.domain.event.Entity;
import io.acso.domain.finding.Finding;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.edge.api.access.Permitted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /** Findings, that of the newest event first. */
    @GetMapping
    @Permitted("finding.read")
    Paging.Slice<FindingSummary> list(@Valid FindingFilter filter, Paging paging) {
        return paging.filtered(casebook::findings, filter::shows, FindingSummary::from);
    }

    /** One finding: which fields matched, whom it is about, and the OCSF document. */
    @GetMapping("/{id}")
    @Permitted("finding.read")
    FindingBody show(@PathVariable String id) {
        return casebook.finding(id)
                .map(FindingBody::from)
                .orElseThrow(() -> Problems.notFound("finding", id, "/findings"));
    }

    /**
     * Which findings a list shows.
     *
     * @param tactic an ATT&CK tactic, such as {@code initial-access}
     * @param technique an ATT&CK technique, such as {@code T1078.004}, or its beginning
     * @param severity any of these
     * @param rule the id of the rule that found it
     * @param q text that its id, title or entities contain, in any case
     * @param from of this event time or later
     * @param to of an earlier event time
     */
    record FindingFilter(
            @Nullable String tactic,
            @Nullable String technique,
            @Nullable Set<Severity> severity,
            @Nullable String rule,
            @Size(max = 200) @Nullable String q,
            @Nullable Instant from,
            @Nullable Instant to) {

        boolean shows(Finding finding) {
            return (tactic == null || finding.tactics().contains(tactic))
                    && (technique == null || finding.techniques().stream().anyMatch(each -> each.startsWith(technique)))
                    && (severity == null || severity.isEmpty() || severity.contains(finding.severity()))
                    && (rule == null || rule.equals(finding.ruleId()))
                    && (from == null || !finding.time().isBefore(from))
                    && (to == null || finding.time().isBefore(to))
                    && (q == null || contains(finding, q.toLowerCase(Locale.ROOT)));
        }

        private static boolean contains(Finding finding, String text) {
            return finding.id().toLowerCase(Locale.ROOT).contains(text)
                    || finding.title().toLowerCase(Locale.ROOT).contains(text)
                    || finding.entities().stream()
                            .anyMatch(entity ->
                                    entity.value().toLowerCase(Locale.ROOT).contains(text));
        }
    }

    record FindingSummary(
            String id, String ruleId, String title, Severity severity, Instant time, List<String> tactics) {
        static FindingSummary from(Finding finding) {
            return new FindingSummary(
                    finding.id(),
                    finding.ruleId(),
                    finding.title(),
                    finding.severity(),
                    finding.time(),
                    finding.tactics());
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
