package io.acso.edge.api.access;

import io.acso.core.autonomy.Assurance;
import io.acso.edge.api.security.CallerAuthentication;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Factor;
import io.acso.edge.identity.IdentitySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** How strongly a caller has proved who they are: a strong proof counts for as long as {@code acso.identity.step-up}. */
@Component
public final class Assured {

    private final Duration fresh;
    private final InstantSource clock;

    Assured(IdentitySettings settings, InstantSource clock) {
        this.fresh = settings.stepUp();
        this.clock = clock;
    }

    /** The strongest proof that counts now; the weakest when none does. */
    public Assurance of(Authentication caller) {
        return caller instanceof CallerAuthentication known ? of(known.caller()) : Assurance.TOKEN;
    }

    Assurance of(Caller caller) {
        Instant now = clock.instant();
        return caller.factors().entrySet().stream()
                .filter(proved -> counts(proved, now))
                .map(proved -> proved.getKey().assurance())
                .max(Comparator.naturalOrder())
                .orElse(Assurance.TOKEN);
    }

    private boolean counts(Map.Entry<Factor, Instant> proved, Instant now) {
        return !proved.getKey().strong() || proved.getValue().plus(fresh).isAfter(now);
    }
}
