package io.acso.edge.api.security;

import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.ServiceClient;
import io.acso.edge.identity.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Our clients as the authorization server knows them. No refresh tokens: a new token is asked for as the first was. */
@Component
final class Clients implements RegisteredClientRepository {

    private final ServiceClients clients;
    private final IdentitySettings settings;

    Clients(ServiceClients clients, IdentitySettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are made by ServiceClients");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return clients.find(id).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(ServiceClient client) {
        RegisteredClient.Builder registered = RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .clientIdIssuedAt(client.created())
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.tokenLife())
                        .build());
        return (client.isApp() ? app(registered, client) : service(registered, client)).build();
    }

    private static RegisteredClient.Builder app(RegisteredClient.Builder registered, ServiceClient client) {
        return registered
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .redirectUris(uris -> uris.addAll(client.redirects()))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build());
    }

    private static RegisteredClient.Builder service(RegisteredClient.Builder registered, ServiceClient client) {
        return registered
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSecret(client.hash());
    }
}
