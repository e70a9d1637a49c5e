package io.acso.edge.api.rest;

import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Money;
import io.acso.domain.kernel.Severity;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.rest.ApprovalsController.ApprovalSummary;
import io.acso.edge.api.rest.IncidentsController.IncidentSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person should see first. */
@RestController
final class OverviewController {

    private final Overview overview;

    OverviewController(Overview overview) {
        this.overview = overview;
    }

    /** What waits for a person, what goes on, and how the platform is. Worked out once for all who ask. */
    @GetMapping("/api/v1/overview")
    @Permitted("overview.read")
    OverviewBody show() {
        return overview.now();
    }

    /**
     * @param at when it was worked out
     * @param needs what waits for a person
     * @param incidents those that are open
     * @param findings of the last 24 hours
     * @param cost what open incidents cost
     */
    record OverviewBody(
            Instant at,
            Needs needs,
            Incidents incidents,
            Findings findings,
            List<AgentsController.AgentBody> agents,
            List<QueuesController.QueueBody> queues,
            Cost cost) {}

    /**
     * @param approvals that are asked for, the one that expires next first
     * @param onHold incidents that go on only when a person says so
     * @param uncertainEffects of which nobody knows whether they happened
     * @param deadLetters that were given up
     * @param silentAgents that have not been heard of
     */
    record Needs(
            List<ApprovalSummary> approvals,
            List<IncidentSummary> onHold,
            int uncertainEffects,
            long deadLetters,
            List<String> silentAgents) {}

    /** @param live the gravest first, and of those the one that changed last */
    record Incidents(
            Map<Incident.Status, Long> byStatus, Map<Severity, Long> openBySeverity, List<IncidentSummary> live) {}

    /**
     * @param byTactic how many findings show each ATT&CK tactic
     * @param byHour the last 24 hours, oldest first
     * @param more whether there are more than were counted
     */
    record Findings(
            long total, Map<String, Long> byTactic, Map<Severity, Long> bySeverity, List<Long> byHour, boolean more) {}

    /** Exact amounts, one for each currency. */
    record Cost(List<Money> perHour, List<Money> soFar, int incidents) {}
}
