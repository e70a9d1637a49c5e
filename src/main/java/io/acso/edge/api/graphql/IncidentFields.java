package io.acso.edge.api.graphql;

import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.ReportReference;
import io.acso.agent.casebook.Response;
import io.acso.agent.casebook.Ticket;
import io.acso.core.autonomy.Approval;
import io.acso.domain.evidence.Evidence;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import io.acso.edge.api.graphql.Loaders.Members;
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

    @SchemaMapping
    CompletableFuture<List<Finding>> findings(
            Incident incident,
            @Argument int limit,
            DataLoader<Members, List<String>> members,
            DataLoader<String, Finding> findings) {
        return members.load(new Members(incident.id(), Paging.checked(limit))).thenCompose(findings::loadMany);
    }

    @SchemaMapping
    CompletableFuture<List<IncidentFact>> timeline(
            Incident incident, DataLoader<String, List<IncidentFact>> timelines) {
        return timelines.load(incident.id());
    }

    @SchemaMapping
    CompletableFuture<List<Evidence>> evidence(Incident incident, DataLoader<String, List<Evidence>> evidences) {
        return evidences.load(incident.id());
    }

    @SchemaMapping
    CompletableFuture<Response> response(Incident incident, DataLoader<String, Response> responses) {
        return responses.load(incident.id());
    }

    @SchemaMapping
    CompletableFuture<@Nullable ExecutionRecord> execution(
            Incident incident, DataLoader<String, Response> responses, DataLoader<String, ExecutionRecord> executions) {
        return responses
                .load(incident.id())
                .thenCompose(response -> response == null || response.executionId() == null
                        ? CompletableFuture.completedFuture(null)
                        : executions.load(response.executionId()));
    }

    @SchemaMapping
    CompletableFuture<CostAssessment> cost(Incident incident, DataLoader<String, CostAssessment> costs) {
        return costs.load(incident.id());
    }

    @SchemaMapping
    CompletableFuture<Ticket> ticket(Incident incident, DataLoader<String, Ticket> tickets) {
        return tickets.load(incident.id());
    }

    @SchemaMapping
    CompletableFuture<ReportReference> report(Incident incident, DataLoader<String, ReportReference> reports) {
        return reports.load(incident.id());
    }

    /** Where the API gives it. */
    @SchemaMapping(typeName = "Report")
    String href(ReportReference report) {
        return "/api/v1/incidents/" + report.incidentId() + "/report";
    }

    @SchemaMapping(typeName = "Response", field = "execution")
    @Nullable
    CompletableFuture<ExecutionRecord> running(Response response, DataLoader<String, ExecutionRecord> executions) {
        return response.executionId() == null ? null : executions.load(response.executionId());
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Approval> approval(Response response, DataLoader<String, Approval> approvals) {
        return response.approvalId() == null ? null : approvals.load(response.approvalId());
    }

    @SchemaMapping(typeName = "IncidentFact")
    String fact(IncidentFact fact) {
        return fact.getClass().getSimpleName();
    }
}
