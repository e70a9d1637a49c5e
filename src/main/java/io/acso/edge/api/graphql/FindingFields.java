package io.acso.edge.api.graphql;

import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Json;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;

/** What belongs to a finding. */
@Controller
final class FindingFields {

    @SchemaMapping
    JsonNode ocsf(Finding finding) {
        return Json.tree(finding.ocsf());
    }

    @SchemaMapping
    CompletableFuture<@Nullable Incident> incident(
            Finding finding, DataLoader<String, String> placed, DataLoader<String, Incident> incidents) {
        return placed.load(finding.id())
                .thenCompose(id -> id == null ? CompletableFuture.completedFuture(null) : incidents.load(id));
    }
}
