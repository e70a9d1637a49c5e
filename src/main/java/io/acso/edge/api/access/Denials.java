package io.acso.edge.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.acso.core.autonomy.Decision;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.ledger.LedgerEntry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Puts refusals into the ledger: each at once, but not the same one over and over while a client keeps trying. */
@Component
final class Denials {

    private static final Duration SAME_AGAIN = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Durability durability;
    private final InstantSource clock;
    private final Cache<Refused, Boolean> lately;

    private record Refused(Principal who, String operation, String kind) {}

    Denials(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.lately = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(SAME_AGAIN)
                .ticker(ticker)
                .build();
    }

    void add(Principal who, String operation, Decision decision) {
        String kind = decision.need() == null ? "AccessDenied" : "StepUpRequired";
        Refused refused = new Refused(who, operation, kind);
        if (lately.asMap().putIfAbsent(refused, true) == null) {
            Map<String, String> facts = Map.of("operation", operation, "policies", String.join(" ", decision.policies()));
            durability.commit(Commit.builder()
                    .add(LedgerEntry.of(clock.instant(), kind, who, operation, operation, facts)
                            .append())
                    .build());
        }
    }
}
