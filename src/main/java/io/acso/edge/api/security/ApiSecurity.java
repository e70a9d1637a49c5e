package io.acso.edge.api.security;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * How callers are known: programs by a bearer token, browsers by the cookie of their session. Whoever sends an
 * Authorization header is a program, and no cookie of theirs counts.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiSecurity {

    private static final String[] API = {"/api/**", "/actuator/**"};

    /** Where people sign in; each of these judges by itself who may. */
    private static final String[] SIGNING_IN = {"/identity/**", "/webauthn/**", "/login/**"};

    /** Tells of an error that there was, and is nothing to ask for. */
    private static final String ERROR_PAGE = "/error";

    /** What other systems send, each with a signature of its own. */
    private static final String HOOKS = "/api/v1/hooks/*";

    private final Refusal refusal = new Refusal();

    @Bean
    @Order(10)
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens) {
        return common(http)
                .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(ERROR_PAGE)
                        .denyAll()
                        .requestMatchers("/actuator/health/liveness")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> tokens::authenticate)
                        .authenticationEntryPoint(refusal))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain browsers(HttpSecurity http, BrowserSessions sessions, IssuerSignIn issuer) {
        return issuer.addTo(common(http))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(ERROR_PAGE)
                        .denyAll()
                        .requestMatchers("/actuator/health/liveness")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, HOOKS)
                        .permitAll()
                        .requestMatchers(API)
                        .authenticated()
                        .requestMatchers(SIGNING_IN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new OwnOrigin(refusal), CsrfFilter.class)
                .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
                // Without sessions of the container's, each request would else count as a sign-in and change the token
                // under the requests that are on their way.
                .csrf(csrf -> csrf.spa()
                        .requireCsrfProtectionMatcher(rides())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .build();
    }

    /** Another site can only ride on a cookie. */
    private static RequestMatcher rides() {
        return request ->
                BrowserSessions.token(request).isPresent() && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }

    /** The request as a whole is observed; each of its filters apart would cost more than most answers do. */
    @Bean
    SecurityObservationSettings observedAsAWhole() {
        return SecurityObservationSettings.noObservations();
    }

    /** Before whatever may refuse. */
    @Bean
    FilterRegistrationBean<SafeHeaders> safeHeaders() {
        FilterRegistrationBean<SafeHeaders> registration = new FilterRegistrationBean<>(new SafeHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** A page under a foreign name that resolves to this machine (DNS rebinding) is refused before anything else. */
    @Bean
    HttpFirewall firewall(ApiSettings settings) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(settings::answersTo);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected() {
        return refusal;
    }

    private HttpSecurity common(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        trouble -> trouble.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }
}
