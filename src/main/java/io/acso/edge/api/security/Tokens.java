package io.acso.edge.api.security;

import io.acso.domain.kernel.Principal;
import io.acso.edge.identity.ApiKeys;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Factor;
import io.acso.edge.identity.Role;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Knows who calls with a bearer token: the local token, an API key, or an access token. */
@Component
final class Tokens {

    private final LocalToken local;
    private final ApiKeys keys;
    private final AccessTokens access;
    private final InstantSource clock;

    Tokens(LocalToken local, ApiKeys keys, AccessTokens access, InstantSource clock) {
        this.local = local;
        this.keys = keys;
        this.access = access;
        this.clock = clock;
    }

    Authentication authenticate(Authentication asked) {
        String token = ((BearerTokenAuthenticationToken) asked).getToken();
        return find(token)
                .map(caller -> new CallerAuthentication(caller, () -> find(token)))
                .orElseThrow(() -> new BadCredentialsException("no token of ours, or one that has expired"));
    }

    private Optional<Caller> find(String token) {
        if (local.is(token)) {
            return Optional.of(owner());
        }
        return token.startsWith(ApiKeys.PREFIX) ? keys.find(token) : access.find(token);
    }

    private Caller owner() {
        return new Caller(
                Principal.person(LocalToken.OWNER),
                "the owner of this machine",
                Set.of(Role.ADMINISTRATOR),
                Set.of(),
                Map.of(Factor.TOKEN, clock.instant()),
                null);
    }
}
