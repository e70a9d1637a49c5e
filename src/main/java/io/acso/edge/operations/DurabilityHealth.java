package io.acso.edge.operations;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when a commit cannot be made: tried for real, with a record of its own. */
@Component("durabilityHealthIndicator")
final class DurabilityHealth implements HealthIndicator {

    private final Durability durability;
    private final InstantSource clock;

    DurabilityHealth(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            durability.commit(Commit.builder()
                    .overwrite(Item.of("health", "probe", 1, clock.instant()))
                    .build());
            return Health.up().build();
        } catch (DurabilityFailure failed) {
            return Health.down(failed).build();
        }
    }
}
