package io.acso.edge.operations;

import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;

/** Counts what happened since the start, by the fact's name: findings, incidents, executions. */
@Component
final class FactCounters {

    private final Topic.Subscription subscription;

    FactCounters(Durability durability, MeterRegistry meters) {
        this.subscription = durability
                .topic()
                .subscribe(fact ->
                        meters.counter("acso.facts", "type", fact.type()).increment());
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }
}
