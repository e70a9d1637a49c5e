package io.acso.edge.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.acso.edge.identity.ServiceClients;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What the authorization server has handed out and may be asked about: codes for some minutes, tokens for as long as
 * they are valid. Tokens stand for themselves, so losing this with the process costs an app one more redirect.
 */
final class Authorizations implements OAuth2AuthorizationService {

    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    private final ServiceClients clients;
    private final Cache<String, OAuth2Authorization> held =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LASTS).build();

    Authorizations(ServiceClients clients) {
        this.clients = clients;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization before = held.getIfPresent(authorization.getId());
        boolean isNew = before == null || before.getAccessToken() == null;
        if (isNew && authorization.getAccessToken() != null) {
            clients.tokenIssued(authorization.getRegisteredClientId(), authorization.getPrincipalName());
        }
        held.put(authorization.getId(), authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        held.invalidate(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return held.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return held.asMap().values().stream()
                .filter(each -> each.getToken(token) != null || token.equals(each.getAttribute("state")))
                .findFirst()
                .orElse(null);
    }
}
