package io.acso.edge.api.document;

import io.acso.edge.api.access.Open;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** With which problems an operation may be refused, by what it takes. Each is described once, for all. */
final class Refusals {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String REFERENCE = "#/components/responses/";
    private static final String OTHERWISE = "default";
    private static final String LATER = "429";

    private static final Map<String, String> WORDS = new TreeMap<>(Map.of(
            "400",
            "what was asked is not well-formed, or not possible as such",
            "401",
            "nobody is signed in, or what they signed in with holds no more",
            "403",
            "the policies do not let the caller, or ask for a fresh proof first",
            "404",
            "there is no such thing",
            "409",
            "it is not in a state for that, or somebody else was faster",
            "412",
            "it has changed since it was read",
            "413",
            "the body is too large",
            "415",
            "the body is of a type that is not taken here",
            "422",
            "the Idempotency-Key was used for another request",
            LATER,
            "too many requests: again after the seconds in Retry-After"));

    private Refusals() {}

    /** The problems that operations refer to. */
    static void describe(Components components) {
        WORDS.forEach((status, words) -> components.addResponses(name(status), refusal(status, words)));
        components.addResponses(name(OTHERWISE), problem("what went wrong, and the cure"));
    }

    private static ApiResponse refusal(String status, String words) {
        Header seconds = new Header()
                .description("seconds")
                .schema(new JsonSchema().typesItem("integer").format("int32"));
        return status.equals(LATER)
                ? problem(words).addHeaderObject(HttpHeaders.RETRY_AFTER, seconds)
                : problem(words);
    }

    static void add(Operation operation, String method, HandlerMethod handler) {
        statuses(operation, method, handler.hasMethodAnnotation(Open.class))
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(status, new ApiResponse().$ref(REFERENCE + name(status))));
    }

    private static Set<String> statuses(Operation operation, String method, boolean open) {
        Set<String> statuses = new TreeSet<>(Set.of(LATER, OTHERWISE));
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        Set<String> names = parameters.stream().map(Parameter::getName).collect(Collectors.toSet());
        boolean body = operation.getRequestBody() != null;
        if (!open) {
            statuses.addAll(Set.of("401", "403"));
        }
        if (body || !parameters.isEmpty()) {
            statuses.add("400");
        }
        if (body) {
            statuses.addAll(Set.of("413", "415"));
        }
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            statuses.add("404");
        }
        if (!method.toLowerCase(Locale.ROOT).equals("get")) {
            statuses.add("409");
        }
        if (names.contains(HttpHeaders.IF_MATCH)) {
            statuses.add("412");
        }
        if (names.contains("Idempotency-Key")) {
            statuses.add("422");
        }
        return statuses;
    }

    private static String name(String status) {
        return status.equals(OTHERWISE) ? "Problem" : "Problem" + status;
    }

    private static ApiResponse problem(String words) {
        return new ApiResponse()
                .description(words)
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType()
                                        .schema(new JsonSchema()
                                                .$ref(Components.COMPONENTS_SCHEMAS_REF + Finish.PROBLEM))));
    }
}
