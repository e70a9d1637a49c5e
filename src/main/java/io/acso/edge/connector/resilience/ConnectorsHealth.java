package io.acso.edge.connector.resilience;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Names the outside parties that are left alone. Their trouble is not the platform's, so it stays up. */
final class ConnectorsHealth implements HealthIndicator {

    private final Safeguards safeguards;

    ConnectorsHealth(Safeguards safeguards) {
        this.safeguards = safeguards;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("leftAlone", safeguards.leftAlone()).build();
    }
}
