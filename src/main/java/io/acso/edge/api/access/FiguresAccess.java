package io.acso.edge.api.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Asks before health and figures are told, which are not handlers of ours. That the process lives, anybody may know. */
final class FiguresAccess extends OncePerRequestFilter {

    static final String PATHS = "/actuator/*";

    private static final String ALIVE = "/actuator/health/liveness";
    private static final String OPERATION = "status.read";

    private final Access access;
    private final HandlerExceptionResolver answers;

    FiguresAccess(Access access, HandlerExceptionResolver answers) {
        this.access = access;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ALIVE.equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            access.check(SecurityContextHolder.getContext().getAuthentication(), OPERATION);
        } catch (NotPermitted refused) {
            answers.resolveException(request, response, null, refused);
            return;
        }
        chain.doFilter(request, response);
    }
}
