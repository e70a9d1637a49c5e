package io.acso.edge.api.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a correlation id, its own or the caller's, in the log and in the answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class CorrelationFilter extends OncePerRequestFilter {

    static final String MDC_KEY = "correlationId";

    private static final String HEADER = "X-Correlation-Id";
    /** A caller's id reaches the log: no line breaks, nothing long. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        try (var ignored = MDC.putCloseable(MDC_KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    private static String idOf(@Nullable String given) {
        return given != null && HARMLESS.matcher(given).matches() ? given : "req-" + UUID.randomUUID();
    }
}
