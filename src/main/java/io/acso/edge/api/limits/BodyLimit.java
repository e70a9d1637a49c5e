package io.acso.edge.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds bodies to their size and time. Events come as a stream that is never held whole, with a limit of their own. */
final class BodyLimit extends OncePerRequestFilter {

    private static final String EVENTS = "/api/v1/events";

    private final LimitSettings settings;
    private final InstantSource clock;
    private final Answers answers;

    BodyLimit(LimitSettings settings, InstantSource clock, Answers answers) {
        this.settings = settings;
        this.clock = clock;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EVENTS.equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > settings.body().toBytes()) {
            answers.problem(request, response, tooLarge());
            return;
        }
        chain.doFilter(new BoundedRequest(request, this::check), response);
    }

    private BoundedRequest.Watch check() {
        long until = clock.millis() + settings.bodyTime().toMillis();
        return bytes -> {
            if (bytes > settings.body().toBytes()) {
                throw tooLarge();
            }
            if (clock.millis() > until) {
                throw Answers.of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "body-too-slow",
                        "the body did not arrive within " + settings.bodyTime() + " (acso.limits.body-time)");
            }
        };
    }

    private ErrorResponseException tooLarge() {
        return Answers.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "the body has more than " + settings.body().toBytes()
                        + " bytes (acso.limits.body): send less at once; nothing was done");
    }
}
