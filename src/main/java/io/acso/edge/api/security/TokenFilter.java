package io.acso.edge.api.security;

import io.acso.domain.kernel.Principal;
import io.acso.edge.identity.Caller;
import io.acso.edge.identity.Factor;
import io.acso.edge.identity.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the bearer of the local token the owner. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final LocalToken token;
    private final InstantSource clock;

    TokenFilter(LocalToken token, InstantSource clock) {
        this.token = token;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given != null
                && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.is(given.substring(SCHEME.length()).strip())) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new CallerAuthentication(owner()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
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
