package io.acso.edge.api.rest;

import io.acso.core.autonomy.Assurance;
import io.acso.edge.api.access.Permitted;
import io.acso.edge.api.security.CallerAuthentication;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Factor;
import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.Permissions;
import io.acso.edge.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is. */
@RestController
@EnableConfigurationProperties(IdentitySettings.class)
final class MeController {

    private final ObjectProvider<Permissions> permissions;
    private final IdentitySettings settings;

    MeController(ObjectProvider<Permissions> permissions, IdentitySettings settings) {
        this.permissions = permissions;
        this.settings = settings;
    }

    /** Who asks, what they may ask for, and how well they have proved who they are. */
    @GetMapping("/api/v1/me")
    @Permitted("me.read")
    MeBody me(CallerAuthentication by) {
        Caller caller = by.caller();
        Permissions of = permissions.getIfAvailable(() -> nobody -> Set.of());
        return new MeBody(
                caller.principal().toString(),
                caller.principal().name(),
                caller.displayName(),
                caller.roles().stream().sorted().toList(),
                of.of(caller).stream().sorted().toList(),
                caller.factors().keySet().stream().sorted().toList(),
                caller.assurance(),
                caller.provedAt().map(at -> at.plus(settings.stepUp())).orElse(null),
                caller.session());
    }

    /**
     * {@code factors}: what this session proved. {@code assuredUntil}: until when a strong proof counts as fresh;
     * absent when there was none.
     */
    record MeBody(
            String principal,
            String username,
            String displayName,
            List<Role> roles,
            List<String> permissions,
            List<Factor> factors,
            Assurance assurance,
            @Nullable Instant assuredUntil,
            @Nullable String session) {}
}
