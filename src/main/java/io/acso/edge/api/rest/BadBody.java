package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body and where, in words of the API: nothing of the types that it is read into. */
final class BadBody {

    private static final int LONGEST = 200;

    private BadBody() {}

    static ProblemDetail problem(@Nullable Throwable cause) {
        return Problems.detail(HttpStatus.BAD_REQUEST, "bad-body", detail(cause));
    }

    private static String detail(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown -> "there is no field " + place(unknown) + known(unknown);
            case InvalidNullException missing -> "the field " + place(missing) + " is missing";
            case ValueInstantiationException refused -> at(refused) + " is not possible: " + why(refused);
            case MismatchedInputException wrong -> at(wrong) + " has to be " + wanted(wrong.getTargetType());
            case StreamReadException broken ->
                "the body is no JSON: it breaks off or goes wrong at line "
                        + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
            case null, default -> "the body is missing or cannot be read: send JSON as the description at /api says";
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
        return known.isEmpty()
                ? ""
                : "; there are "
                        + String.join(
                                ", ",
                                known.stream().map(Object::toString).sorted().toList());
    }

    /** What our own types say when they refuse a value. */
    private static String why(ValueInstantiationException refused) {
        return refused.getCause() instanceof IllegalArgumentException ours
                ? shortened(String.valueOf(ours.getMessage()))
                : "look at the description at /api";
    }

    /** A type in words of the API. */
    static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "something else: look at the description at /api";
        }
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(BadBody::written)
                                    .toList());
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double", "BigDecimal" -> "a number";
            case "Instant" -> "a time such as 2026-01-02T03:04:05Z";
            case "Duration" -> "a duration such as PT15M";
            case "String" -> "text";
            default -> type.isRecord() ? "an object" : "something else: look at the description at /api";
        };
    }

    private static String written(Object constant) {
        return Json.MAPPER.valueToTree(constant).asString();
    }

    private static String at(JacksonException wrong) {
        String place = place(wrong);
        return place.equals("''") ? "the body" : place;
    }

    /** Where, as {@code 'action.target[0].id'}. */
    private static String place(JacksonException wrong) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return "'" + shortened(place.toString()) + "'";
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
