package io.acso.edge.api.graphql;

import io.acso.agent.casebook.ExecutionRecord;
import io.acso.core.autonomy.Approval;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Principal;
import io.acso.edge.live.Change;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** The live changes, and the records that they are about as they are when the change is sent. */
@Controller
final class ChangeFields {

    private static final int MOST_KINDS = 100;

    private final Followers followers;

    ChangeFields(Followers followers) {
        this.followers = followers;
    }

    @SubscriptionMapping
    Flux<Change> changes(
            @Argument @Nullable String after,
            @Argument @Nullable List<String> kinds,
            @AuthenticationPrincipal Principal by) {
        if (kinds != null && kinds.size() > MOST_KINDS) {
            throw new Paging.BadArgument("kinds has " + MOST_KINDS + " names at the most; leave it out for all");
        }
        return followers.follow(by, after, kinds == null ? Set.of() : Set.copyOf(kinds));
    }

    /** Of anything that belongs to an incident, too. */
    @SchemaMapping
    CompletableFuture<Incident> incident(Change change, DataLoader<String, Incident> incidents) {
        return incidents.load(change.noun().equals("incident") ? change.subject() : change.correlationId());
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Finding> finding(Change change, DataLoader<String, Finding> findings) {
        return change.noun().equals("finding") ? findings.load(change.subject()) : null;
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Approval> approval(Change change, DataLoader<String, Approval> approvals) {
        return change.noun().equals("approval") ? approvals.load(change.subject()) : null;
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<ExecutionRecord> execution(Change change, DataLoader<String, ExecutionRecord> executions) {
        return change.noun().equals("execution") ? executions.load(change.subject()) : null;
    }
}
