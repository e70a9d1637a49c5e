package io.acso.edge.api.rest;

import java.util.stream.Collectors;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** Says which parameters of a query are wrong, and what they have to be. */
final class BadParameters {

    private BadParameters() {}

    static ProblemDetail problem(BindingResult result) {
        String each = result.getFieldErrors().stream()
                .map(error -> "'" + error.getField() + "' " + what(result, error))
                .sorted()
                .collect(Collectors.joining("; "));
        return problem(each.isEmpty() ? "the parameters do not go together: look at the description at /api" : each);
    }

    static ProblemDetail problem(String detail) {
        return Problems.detail(HttpStatus.BAD_REQUEST, "bad-parameter", detail);
    }

    /** What Spring says of a value that it cannot convert names our types; what validation says is meant for callers. */
    private static String what(BindingResult result, FieldError error) {
        if (!error.isBindingFailure()) {
            return String.valueOf(error.getDefaultMessage());
        }
        Class<?> type = error.contains(ConversionFailedException.class)
                ? error.unwrap(ConversionFailedException.class).getTargetType().getType()
                : result.getFieldType(error.getField());
        return "has to be " + BadBody.wanted(type);
    }
}
