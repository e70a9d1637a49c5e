package io.acso.edge.api.rest;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What went wrong, as RFC 9457 writes it. The detail names the cure. */
final class Problems {

    static final String TYPE = "urn:acso:problem:";

    private Problems() {}

    static ProblemDetail detail(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + type));
        problem.setTitle(title(type));
        return problem;
    }

    static ErrorResponseException of(HttpStatus status, String type, String detail) {
        return new ErrorResponseException(status, detail(status, type, detail), null);
    }

    static ErrorResponseException notFound(String what, String id, String listedAt) {
        return of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "there is no " + what + " '" + id + "'; GET /api/v1" + listedAt + " lists those there are");
    }

    static ErrorResponseException badRequest(String type, String detail) {
        return of(HttpStatus.BAD_REQUEST, type, detail);
    }

    static ErrorResponseException conflict(String type, String detail) {
        return of(HttpStatus.CONFLICT, type, detail);
    }

    private static String title(String type) {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
