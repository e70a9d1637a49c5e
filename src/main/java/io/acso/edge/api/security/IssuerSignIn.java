package io.acso.edge.api.security;

import io.acso.edge.identity.Factor;
import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.SignIn;
import io.acso.platform.secrets.Secret;
import io.acso.platform.secrets.SecretStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Browsers that sign in at an issuer elsewhere: they go there, come back with a code, and get a session of ours. */
@Component
final class IssuerSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerSignIn.class);
    private static final String NAME = "issuer";

    private final IdentitySettings settings;
    private final ExternalIssuer issuer;
    private final SignIn signIn;
    private final BrowserSessions browsers;
    private final BegunCeremonies ceremonies;
    private final Supplier<ClientRegistration> registration;

    IssuerSignIn(
            IdentitySettings settings,
            ExternalIssuer issuer,
            SignIn signIn,
            BrowserSessions browsers,
            BegunCeremonies ceremonies,
            SecretStore secrets) {
        this.settings = settings;
        this.issuer = issuer;
        this.signIn = signIn;
        this.browsers = browsers;
        this.ceremonies = ceremonies;
        // Asked when somebody first signs in, so that the platform starts without it.
        this.registration = SingletonSupplier.of(() -> registration(secrets));
    }

    /** Adds it to the chain of browsers, where an issuer is set. */
    HttpSecurity addTo(HttpSecurity http) {
        if (settings.issuer() == null) {
            return http;
        }
        return http.oauth2Login(login -> login.clientRegistrationRepository(
                        id -> id.equals(NAME) ? registration.get() : null)
                .authorizedClientRepository(new Nothing())
                .authorizationEndpoint(there -> there.authorizationRequestRepository(new Requests(ceremonies)))
                .loginPage("/sign-in")
                .successHandler(this::welcome)
                .failureHandler((request, response, e) -> {
                    LOG.info("signing in at the issuer failed: {}", e.getMessage());
                    response.sendRedirect("/sign-in?problem=issuer");
                }));
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication there)
            throws IOException {
        ClaimAccessor claims = (OidcUser) Objects.requireNonNull(there.getPrincipal());
        try {
            SignIn.Answer answer = signIn.vouched(
                    issuer.signingIn(claims), ExternalIssuer.isStrong(claims), BrowserSessions.visitor(request));
            if (answer instanceof SignIn.Answer.Welcome welcome) {
                browsers.give(request, response, welcome.begun());
                response.sendRedirect("/");
                return;
            }
        } catch (IllegalArgumentException taken) {
            LOG.warn("somebody whom the issuer vouches for cannot come in: {}", taken.getMessage());
            signIn.denied(String.valueOf(claims.getClaimAsString("sub")), Factor.ISSUER);
        }
        response.sendRedirect("/sign-in?problem=refused");
    }

    private ClientRegistration registration(SecretStore secrets) {
        ClientRegistration.Builder builder = ClientRegistrations.fromIssuerLocation(String.valueOf(settings.issuer()))
                .registrationId(NAME)
                .clientId(settings.clientId())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile");
        String secret = settings.clientSecret();
        return (secret == null
                        ? builder
                        : builder.clientSecret(
                                secrets.get(secret).map(Secret::reveal).orElse("")))
                .build();
    }

    /**
     * What the answer is held against.
     *
     * @param sent with the request: the digests of what is kept beside
     * @param kept here: the verifier of PKCE, the nonce, under which name the issuer is registered
     */
    private record Asked(
            String at,
            String client,
            String redirect,
            Set<String> scopes,
            String state,
            Map<String, String> sent,
            Map<String, String> kept) {

        static Asked of(OAuth2AuthorizationRequest request) {
            return new Asked(
                    request.getAuthorizationUri(),
                    request.getClientId(),
                    String.valueOf(request.getRedirectUri()),
                    request.getScopes(),
                    String.valueOf(request.getState()),
                    texts(request.getAdditionalParameters()),
                    texts(request.getAttributes()));
        }

        OAuth2AuthorizationRequest request() {
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(at)
                    .clientId(client)
                    .redirectUri(redirect)
                    .scopes(scopes)
                    .state(state)
                    .additionalParameters(Map.copyOf(sent))
                    .attributes(attributes -> attributes.putAll(kept))
                    .build();
        }

        private static Map<String, String> texts(Map<String, Object> values) {
            return values.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, each -> each.getValue().toString()));
        }
    }

    /** Between the two halves of the sign-in. */
    private record Requests(BegunCeremonies ceremonies)
            implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

        @Override
        public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            return ceremonies.look(request, Asked.class).map(Asked::request).orElse(null);
        }

        @Override
        public void saveAuthorizationRequest(
                @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
            if (asked != null) {
                ceremonies.begin(request, response, Asked.of(asked));
            }
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
                HttpServletRequest request, HttpServletResponse response) {
            return ceremonies.finish(request, Asked.class).map(Asked::request).orElse(null);
        }
    }

    /** The issuer's own tokens are not kept: we ask it for nothing more. */
    private static final class Nothing implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing is kept.
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
            // Nothing was kept.
        }
    }
}
