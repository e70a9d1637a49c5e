package io.acso.edge.api.graphql;

import io.acso.agent.casebook.ActionResult;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.TakingBack;
import io.acso.core.autonomy.Approval;
import io.acso.domain.incident.Incident;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What belongs to a run of a playbook, and to the question whether it may run. */
@Controller
final class ExecutionFields {

    @SchemaMapping(typeName = "Execution")
    CompletableFuture<List<ActionResult>> actions(
            ExecutionRecord execution, DataLoader<String, List<ActionResult>> results) {
        return results.load(execution.id());
    }

    @SchemaMapping(typeName = "Execution")
    CompletableFuture<List<TakingBack>> undos(ExecutionRecord execution, DataLoader<String, List<TakingBack>> wishes) {
        return wishes.load(execution.id());
    }

    @SchemaMapping(typeName = "Execution")
    @Nullable
    CompletableFuture<Approval> approval(ExecutionRecord execution, DataLoader<String, Approval> approvals) {
        return execution.approvalId() == null ? null : approvals.load(execution.approvalId());
    }

    /** A run that a person asked for is its own subject, and no incident's. */
    @SchemaMapping(typeName = "Execution", field = "incident")
    CompletableFuture<Incident> of(ExecutionRecord execution, DataLoader<String, Incident> incidents) {
        return incidents.load(execution.subject());
    }

    @SchemaMapping
    CompletableFuture<ExecutionRecord> execution(Approval approval, DataLoader<String, ExecutionRecord> executions) {
        return executions.load(approval.executionId());
    }

    @SchemaMapping
    CompletableFuture<Incident> incident(Approval approval, DataLoader<String, Incident> incidents) {
        return incidents.load(approval.subject());
    }
}
