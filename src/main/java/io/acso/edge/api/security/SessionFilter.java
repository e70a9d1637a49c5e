package io.acso.edge.api.security;

import io.acso.edge.identity.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes a browser with an open session its person. A sign-in that is not finished makes nobody anything. */
final class SessionFilter extends OncePerRequestFilter {

    private final BrowserSessions sessions;

    SessionFilter(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.find(request).filter(BrowserSessions.Present::isOpen).ifPresent(present -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new CallerAuthentication(
                    present.held().caller(), () -> sessions.still(present).map(Sessions.Held::caller)));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
