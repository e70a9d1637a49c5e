package io.acso.edge.api.security;

import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.acso.edge.identity.ServiceClients;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The platform's own authorization server: client credentials for services, code with PKCE for apps, by OpenID Connect.
 * Its issuer is the address that was called.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    private static final String AUTHORIZE = "/oauth2/authorize";

    @Bean
    @Order(5)
    SecurityFilterChain authorization(
            HttpSecurity http, Clients clients, OwnTokens tokens, ServiceClients services, BrowserSessions sessions) {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        AuthorizationServerSettings settings =
                AuthorizationServerSettings.builder().build();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        each -> each.registeredClientRepository(clients)
                                .authorizationService(new Authorizations(services, clients, tokens.decoder()))
                                .authorizationServerSettings(settings)
                                .tokenGenerator(tokens.generator())
                                .clientAuthentication(clientSecrets -> clientSecrets.authenticationProviders(
                                        providers -> providers.replaceAll(provider -> checked(provider, services))))
                                .oidc(openId -> {}))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                // Before the endpoints, which look for whoever is signed in.
                .addFilterAfter(new SessionFilter(sessions), SecurityContextHolderFilter.class)
                .oauth2ResourceServer(resources -> resources.jwt(jwt -> jwt.decoder(tokens.decoder())))
                .exceptionHandling(trouble -> trouble.authenticationEntryPoint(signInFirst()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Those who may verify tokens of ours fetch the public halves. */
    @Bean
    JWKSource<SecurityContext> publishedKeys(OwnTokens tokens) {
        return (JWKSelector selector, SecurityContext context) -> tokens.select(selector);
    }

    /** A secret of 256 random bits needs no slow hash. */
    private static AuthenticationProvider checked(AuthenticationProvider provider, ServiceClients services) {
        if (!(provider instanceof ClientSecretAuthenticationProvider secrets)) {
            return provider;
        }
        secrets.setPasswordEncoder(new Digests());
        return new AuthenticationProvider() {
            @Override
            public @Nullable Authentication authenticate(Authentication client) {
                try {
                    return secrets.authenticate(client);
                } catch (OAuth2AuthenticationException wrong) {
                    services.refused(client.getName());
                    throw wrong;
                }
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return secrets.supports(authentication);
            }
        };
    }

    private static final class Digests implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence secret) {
            throw new UnsupportedOperationException("ServiceClients makes secrets");
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
            return secret != null && hash != null && ServiceClients.matches(secret.toString(), hash);
        }
    }

    /** The page signs in and comes back to where the app sent the browser. */
    private static AuthenticationEntryPoint signInFirst() {
        Refusal refusal = new Refusal();
        return (request, response, e) -> {
            if (request.getRequestURI().equals(AUTHORIZE)) {
                String back = AUTHORIZE + "?" + request.getQueryString();
                response.sendRedirect("/sign-in?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
            } else {
                refusal.commence(request, response, e);
            }
        };
    }
}
