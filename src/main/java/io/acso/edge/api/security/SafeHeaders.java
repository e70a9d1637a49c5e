package io.acso.edge.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers, with every answer, refusals and errors too, what they may do with it: nothing. A page that may do more
 * says so itself, instead of this.
 */
final class SafeHeaders extends OncePerRequestFilter {

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cache-Control", "no-store");

    /** Two years; a browser then speaks to this host over TLS only. */
    private static final String ONLY_TLS = "max-age=63072000";

    /** What the server refuses before any filter is told by an error dispatch. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ALWAYS.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONLY_TLS);
        }
        chain.doFilter(request, new Replacing(response));
    }

    /** What is added first stands instead of ours, not beside it. */
    private static final class Replacing extends HttpServletResponseWrapper {

        private final Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        Replacing(HttpServletResponse response) {
            super(response);
            ours.addAll(ALWAYS.keySet());
        }

        @Override
        public void addHeader(String name, String value) {
            if (ours.remove(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
