package io.acso.edge.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.acso.edge.identity.ServiceClients;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * What the authorization server has handed out and may be asked about: codes for some minutes, tokens for as long as
 * they are valid. Tokens stand for themselves, so losing this with the process costs an app one more redirect.
 */
final class Authorizations implements OAuth2AuthorizationService {

    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    private final ServiceClients clients;
    private final RegisteredClientRepository registered;
    private final JwtDecoder decoder;
    private final Cache<String, OAuth2Authorization> held =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LASTS).build();

    Authorizations(ServiceClients clients, RegisteredClientRepository registered, JwtDecoder decoder) {
        this.clients = clients;
        this.registered = registered;
        this.decoder = decoder;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization before = held.getIfPresent(authorization.getId());
        boolean isNew = before == null || before.getAccessToken() == null;
        if (isNew && authorization.getAccessToken() != null) {
            clients.tokenIssued(authorization.getRegisteredClientId(), authorization.getPrincipalName());
        }
        held.put(authorization.getId(), authorization);
        revoked(authorization.getAccessToken(), authorization.getRegisteredClientId());
    }

    private void revoked(OAuth2Authorization.@Nullable Token<OAuth2AccessToken> access, String client) {
        if (access != null && access.isInvalidated()) {
            OAuth2AccessToken token = access.getToken();
            clients.revokeToken(client, token.getTokenValue(), Objects.requireNonNull(token.getExpiresAt()));
        }
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
                .or(() -> ours(token))
                .orElse(null);
    }

    /** A token of before a restart, or of another process, stands for itself. */
    private Optional<OAuth2Authorization> ours(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            String id = Objects.requireNonNullElse(jwt.getClaimAsString("client_id"), "");
            return clients.isRevoked(token)
                    ? Optional.empty()
                    : Optional.ofNullable(registered.findByClientId(id)).map(client -> of(jwt, client));
        } catch (JwtException none) {
            return Optional.empty();
        }
    }

    private static OAuth2Authorization of(Jwt jwt, RegisteredClient client) {
        OAuth2AccessToken token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt());
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName(Objects.requireNonNullElse(jwt.getSubject(), client.getClientId()))
                .authorizationGrantType(
                        client.getAuthorizationGrantTypes().iterator().next())
                .token(token, metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, jwt.getClaims()))
                .build();
    }
}
