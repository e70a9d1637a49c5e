package io.acso.edge.api.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets through as many requests as an allowance holds for each key. */
final class RateLimit extends OncePerRequestFilter {

    private final Allowance allowance;
    private final Function<HttpServletRequest, Optional<String>> key;
    private final String whose;
    private final Answers answers;

    /**
     * @param key for whom a request counts; empty when for nobody
     * @param whose in words, with the setting
     */
    RateLimit(
            Allowance allowance, Function<HttpServletRequest, Optional<String>> key, String whose, Answers answers) {
        this.allowance = allowance;
        this.key = key;
        this.whose = whose;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> counted = key.apply(request);
        if (counted.isEmpty() || allowance.take(counted.get(), response)) {
            chain.doFilter(request, response);
        } else {
            answers.problem(
                    request,
                    response,
                    Answers.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "rate-limited",
                            "too many requests in a minute " + whose + ": try again after the seconds in Retry-After"));
        }
    }
}
