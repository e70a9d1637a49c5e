package io.acso.edge.api.limits;

import io.acso.edge.api.security.CallerAuthentication;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;

/** Puts the limits before what they protect: addresses before signing in is looked at, callers after. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class Limits {

    /** Spring Security's filters stand at -100. */
    private static final int AFTER_SIGNING_IN = -90;

    /** Told by everybody who works, once a minute. */
    private static final String PRESENCE = "/identity/presence";

    private static final String TO_ISSUER = "/oauth2/authorization/";

    private static final List<String> SIGNING_IN = List.of("/identity/", "/login/", "/webauthn/", "/oauth2/");

    @Bean
    FilterRegistrationBean<Filter> addressLimit(LimitSettings settings, Answers answers, InstantSource clock) {
        return at(
                Ordered.HIGHEST_PRECEDENCE + 20,
                new RateLimit(
                        new Allowance("address", settings.perAddress(), clock),
                        request -> Optional.of(network(request.getRemoteAddr())),
                        "from this address (acso.limits.per-address)",
                        answers));
    }

    /** A guess costs a slow hash and an entry in the ledger, so there are fewer of those. */
    @Bean
    FilterRegistrationBean<Filter> signingInLimit(LimitSettings settings, Answers answers, InstantSource clock) {
        return at(
                Ordered.HIGHEST_PRECEDENCE + 25,
                new RateLimit(
                        new Allowance("signing-in", settings.signingIn(), clock),
                        request ->
                                isSigningIn(request) ? Optional.of(network(request.getRemoteAddr())) : Optional.empty(),
                        "to sign in from this address (acso.limits.signing-in)",
                        answers));
    }

    @Bean
    FilterRegistrationBean<Filter> callerLimit(LimitSettings settings, Answers answers, InstantSource clock) {
        return at(
                AFTER_SIGNING_IN,
                new RateLimit(
                        new Allowance("caller", settings.perCaller(), clock),
                        Limits::caller,
                        "by this caller (acso.limits.per-caller)",
                        answers));
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimit(LimitSettings settings, Answers answers, InstantSource clock) {
        return at(Ordered.HIGHEST_PRECEDENCE + 30, new BodyLimit(settings, clock, answers));
    }

    private static FilterRegistrationBean<Filter> at(int order, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    private static boolean isSigningIn(HttpServletRequest request) {
        String path = request.getRequestURI();
        // The way to an issuer elsewhere is a link, and leaves a record here.
        return path.startsWith(TO_ISSUER)
                || (!request.getMethod().equals("GET")
                        && !path.equals(PRESENCE)
                        && SIGNING_IN.stream().anyMatch(path::startsWith));
    }

    private static Optional<String> caller(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? Optional.of(known.getPrincipal().toString())
                : Optional.empty();
    }

    /** Whoever has one IPv6 address has the 2^64 beside it. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 8 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]) + "::/64";
    }
}
