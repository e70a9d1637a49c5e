package io.acso.edge.api.graphql;

import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.CostAssessment;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.agent.casebook.Held;
import io.acso.agent.casebook.ReportReference;
import io.acso.agent.casebook.Response;
import io.acso.agent.casebook.Ticket;
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

/**
 * Reads each record and each list that a query leads to once. Single records are found by their type, lists by the name
 * that the parameter of a field's method has.
 */
@Component
final class Loaders {

    private final BatchLoaderRegistry registry;

    Loaders(BatchLoaderRegistry registry, Casebook casebook) {
        this.registry = registry;
        record(Incident.class, id -> casebook.incident(id).map(Held::value));
        record(Finding.class, casebook::finding);
        record(Approval.class, id -> casebook.approval(id).map(Held::value));
        record(ExecutionRecord.class, id -> casebook.execution(id).map(Held::value));
        record(Response.class, incident -> casebook.response(incident).map(Held::value));
        record(CostAssessment.class, casebook::cost);
        record(Ticket.class, incident -> casebook.ticket(incident).map(Held::value));
        record(ReportReference.class, casebook::report);
        list("placed", casebook::placed);
        list("members", (Members of) -> Optional.of(casebook.findingIds(of.incident(), of.most())));
        list("timelines", (String incident) -> Optional.of(casebook.timeline(incident)));
        list("evidences", (String incident) -> Optional.of(casebook.evidence(incident)));
        list("wishes", (String execution) -> Optional.of(casebook.takingsBack(execution)));
        list("results", (String execution) -> Optional.of(casebook.actions(execution)));
    }

    /** The findings of an incident, so many at the most. */
    record Members(String incident, int most) {}

    private <T> void record(Class<T> type, Function<String, Optional<T>> reading) {
        registry.forTypePair(String.class, type)
                .registerMappedBatchLoader((ids, environment) -> Mono.just(found(ids, reading)));
    }

    private <K, T> void list(String name, Function<K, Optional<T>> reading) {
        registry.<K, T>forName(name).registerMappedBatchLoader((keys, environment) -> Mono.just(found(keys, reading)));
    }

    private static <K, T> Map<K, T> found(Set<K> keys, Function<K, Optional<T>> reading) {
        Map<K, T> found = new LinkedHashMap<>();
        keys.forEach(key -> reading.apply(key).ifPresent(value -> found.put(key, value)));
        return found;
    }
}
