package io.acso.edge.api.graphql;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.ReportReference;
import io.acso.agent.casebook.Response;
import io.acso.agent.casebook.Ticket;
import io.acso.core.autonomy.Approval;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What belongs to an incident. */
@Controller
final class IncidentFields {

    private final Casebook casebook;

    IncidentFields(Casebook casebook) {
        this.casebook = casebook;
    }

    @SchemaMapping
    CompletableFuture<List<Finding>> findings(
            Incident incident, @Argument int limit, DataLoader<String, Finding> findings) {
        return findings.loadMany(casebook.findingIds(incident.id(), Paging.checked(limit)));
    }

    @SchemaMapping
    List<IncidentFact> timeline(Incident incident) {
        return casebook.timeline(incident.id());
    }

    @SchemaMapping
    List<Evidence> evidence(Incident incident) {
        return casebook.evidence(incident.id());
    }

    @SchemaMapping
    @Nullable Response response(Incident incident) {
        return casebook.response(incident.id()).map(Held::value).orElse(null);
    }

    @SchemaMapping
    @Nullable CompletableFuture<ExecutionRecord> execution(
            Incident incident, DataLoader<String, ExecutionRecord> executions) {
        return casebook.response(incident.id())
                .map(held -> held.value().executionId())
                .map(executions::load)
                .orElse(null);
    }

    @SchemaMapping
    @Nullable CostAssessment cost(Incident incident) {
        return casebook.cost(incident.id()).orElse(null);
    }

    @SchemaMapping
    @Nullable Ticket ticket(Incident incident) {
        return casebook.ticket(incident.id()).map(Held::value).orElse(null);
    }

    @SchemaMapping
    @Nullable ReportLink report(Incident incident) {
        return casebook.report(incident.id()).map(ReportLink::from).orElse(null);
    }

    @SchemaMapping(typeName = "Response", field = "execution")
    @Nullable CompletableFuture<ExecutionRecord> running(
            Response response, DataLoader<String, ExecutionRecord> executions) {
        return response.executionId() == null ? null : executions.load(response.executionId());
    }

    @SchemaMapping
    @Nullable CompletableFuture<Approval> approval(Response response, DataLoader<String, Approval> approvals) {
        return response.approvalId() == null ? null : approvals.load(response.approvalId());
    }

    @SchemaMapping(typeName = "IncidentFact")
    String fact(IncidentFact fact) {
        return fact.getClass().getSimpleName();
    }

    /** Where the API gives the report. */
    record ReportLink(Instant written, String href) {
        static ReportLink from(ReportReference report) {
            return new ReportLink(report.written(), "/api/v1/incidents/" + report.incidentId() + "/report");
        }
    }
}
