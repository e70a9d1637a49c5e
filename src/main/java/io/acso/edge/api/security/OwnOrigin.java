package io.acso.edge.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what the page of another origin has a browser send: whatever changes something, and live connections, which
 * no CSRF token protects. Cookies do not know ports, so another program's page on localhost is such a page too.
 */
final class OwnOrigin extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Refusal refusal;

    OwnOrigin(Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean reads = READING.contains(request.getMethod()) && request.getHeader(HttpHeaders.UPGRADE) == null;
        // Every browser names the origin where it matters; programs do not.
        if (reads || origin == null || origin.equals(of(request))) {
            chain.doFilter(request, response);
        } else {
            refusal.foreign(response);
        }
    }

    /** The origin that this request was sent to, as browsers write it. */
    static String of(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
