package io.acso.edge.api.graphql;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.core.autonomy.Approval;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads each record that a query leads to once, by its id. */
@Component
final class Loaders {

    /** The incident that a finding is in, by the finding's id. */
    static final String PLACED = "placed";

    Loaders(BatchLoaderRegistry registry, Casebook casebook) {
        register(registry, Incident.class, id -> casebook.incident(id).map(Held::value));
        register(registry, Finding.class, casebook::finding);
        register(registry, Approval.class, id -> casebook.approval(id).map(Held::value));
        register(registry, ExecutionRecord.class, id -> casebook.execution(id).map(Held::value));
        registry.<String, String>forName(PLACED)
                .registerMappedBatchLoader((ids, environment) -> Mono.just(found(ids, casebook::placed)));
    }

    private static <T> void register(
            BatchLoaderRegistry registry, Class<T> type, Function<String, Optional<T>> reading) {
        registry.forTypePair(String.class, type)
                .registerMappedBatchLoader((ids, environment) -> Mono.just(found(ids, reading)));
    }

    private static <T> Map<String, T> found(Set<String> ids, Function<String, Optional<T>> reading) {
        Map<String, T> found = new LinkedHashMap<>();
        ids.forEach(id -> reading.apply(id).ifPresent(value -> found.put(id, value)));
        return found;
    }
}
