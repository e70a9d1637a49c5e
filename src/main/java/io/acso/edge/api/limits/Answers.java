package io.acso.edge.api.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Has a filter answer as the API's handlers do: with a problem. */
@Component
final class Answers {

    private final HandlerExceptionResolver resolver;

    Answers(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    static ErrorResponseException of(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:acso:problem:" + type));
        String words = type.replace('-', ' ');
        problem.setTitle(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
        return new ErrorResponseException(status, problem, null);
    }

    void problem(HttpServletRequest request, HttpServletResponse response, ErrorResponseException problem) {
        resolver.resolveException(request, response, null, problem);
    }
}
