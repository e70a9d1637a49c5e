package io.acso.edge.operations;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while an agent is silent: its work waits. */
@Component("agentsHealthIndicator")
final class AgentsHealth implements HealthIndicator {

    private final Vigil vigil;

    AgentsHealth(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public Health health() {
        List<String> silent = vigil.agents().stream()
                .filter(Vigil.Watched::silent)
                .map(watched -> watched.state().agent().value())
                .toList();
        Health.Builder health = silent.isEmpty() ? Health.up() : Health.down();
        return health.withDetail("silent", silent).build();
    }
}
