package io.acso.edge.operations;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when a commit cannot be made: tried for real, with a record of its own, and remembered for a moment, so that many
 * who ask do not keep the disk busy.
 */
@Component("durabilityHealthIndicator")
final class DurabilityHealth implements HealthIndicator {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Durability durability;
    private final InstantSource clock;
    private final LoadingCache<String, Health> latest =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build(one -> tried());

    DurabilityHealth(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
    }

    @Override
    public Health health() {
        return latest.get("");
    }

    private Health tried() {
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
