package io.acso.edge.api.graphql;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.core.autonomy.Approval;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.platform.durability.Page;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Where queries on cases begin. */
@Controller
final class CaseQueries {

    private final Casebook casebook;

    CaseQueries(Casebook casebook) {
        this.casebook = casebook;
    }

    @QueryMapping
    Page<Incident> incidents(@Argument int limit, @Argument @Nullable String after) {
        return Paging.page(casebook::incidents, limit, after);
    }

    @QueryMapping
    CompletableFuture<Incident> incident(@Argument String id, DataLoader<String, Incident> incidents) {
        return incidents.load(id);
    }

    @QueryMapping
    Page<Finding> findings(@Argument int limit, @Argument @Nullable String after) {
        return Paging.page(casebook::findings, limit, after);
    }

    @QueryMapping
    CompletableFuture<Finding> finding(@Argument String id, DataLoader<String, Finding> findings) {
        return findings.load(id);
    }

    @QueryMapping
    Page<Approval> approvals(@Argument int limit, @Argument @Nullable String after) {
        return Paging.page(casebook::approvals, limit, after);
    }

    @QueryMapping
    CompletableFuture<Approval> approval(@Argument String id, DataLoader<String, Approval> approvals) {
        return approvals.load(id);
    }

    @QueryMapping
    Page<ExecutionRecord> executions(@Argument int limit, @Argument @Nullable String after) {
        return Paging.page(casebook::executions, limit, after);
    }

    @QueryMapping
    CompletableFuture<ExecutionRecord> execution(@Argument String id, DataLoader<String, ExecutionRecord> executions) {
        return executions.load(id);
    }
}
