package io.acso.edge.api.security;

import io.acso.edge.identity.Factor;
import io.acso.edge.identity.IdentitySettings;
import io.acso.edge.identity.SignIn;
import io.acso.platform.secrets.Secret;
import io.acso.platform.secrets.SecretStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
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
    private final Ceremonies ceremonies;
    private final Supplier<ClientRegistration> registration;

    IssuerSignIn(
            IdentitySettings settings,
            ExternalIssuer issuer,
            SignIn signIn,
            BrowserSessions browsers,
            Ceremonies ceremonies,
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

    /** Between the two halves of the sign-in. */
    private record Requests(Ceremonies ceremonies)
            implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

        @Override
        public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            return ceremonies.look(request, OAuth2AuthorizationRequest.class).orElse(null);
        }

        @Override
        public void saveAuthorizationRequest(
                @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
            if (asked != null) {
                ceremonies.begin(request, response, asked);
            }
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
                HttpServletRequest request, HttpServletResponse response) {
            return ceremonies.finish(request, OAuth2AuthorizationRequest.class).orElse(null);
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
