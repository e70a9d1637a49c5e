package io.acso.edge.api.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation what its handler's signature cannot: its noun, its answers, its problems. */
final class Operations implements GlobalOperationCustomizer {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String CONTROLLER = "Controller";

    private final Set<Class<?>> answered = ConcurrentHashMap.newKeySet();

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setTags(List.of(noun(handler.getBeanType())));
        operation.setOperationId(null);
        ApiResponses answers = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
        operation.setResponses(answers);
        Answers said = handler.getMethodAnnotation(Answers.class);
        if (said != null) {
            answered.add(said.value());
            answers.clear();
            answers.addApiResponse(Integer.toString(said.status()), answer(said));
        }
        files(answers, handler);
        answers.remove("default");
        answers.addApiResponse(
                "default",
                new ApiResponse().description("what went wrong, and the cure").content(problem()));
        return operation;
    }

    /** What is written to the response by hand is a file. */
    private static void files(ApiResponses answers, HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        ApiResponse success = answers.get("200");
        if (handler.isVoid() && mapping != null && success != null) {
            Content content = new Content();
            for (String type : mapping.produces()) {
                content.addMediaType(
                        type,
                        new MediaType()
                                .schema(new JsonSchema().typesItem("string").format("binary")));
            }
            success.setContent(content);
        }
    }

    /** {@code IncidentFilesController} belongs to incidents: the first word of the name. */
    private static String noun(Class<?> controller) {
        String name = controller.getSimpleName().replace(CONTROLLER, "");
        String[] words = name.split("(?=[A-Z])");
        String first = words[0].toLowerCase(Locale.ROOT);
        return first.endsWith("s") ? first.substring(0, first.length() - 1) : first;
    }

    private static ApiResponse answer(Answers said) {
        ApiResponse answer = new ApiResponse()
                .description(said.status() == HttpStatus.ACCEPTED.value() ? "the supervisor has it" : "done")
                .content(new Content().addMediaType("application/json", new MediaType().schema(reference(said))));
        if (said.status() != HttpStatus.OK.value()) {
            answer.addHeaderObject(
                    "Location", new Header().description("where to look").schema(new JsonSchema().typesItem("string")));
        }
        return answer;
    }

    private static Schema<?> reference(Answers said) {
        return new JsonSchema()
                .$ref(Components.COMPONENTS_SCHEMAS_REF + said.value().getSimpleName());
    }

    private static Content problem() {
        Schema<?> reference = new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + "Problem");
        return new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(reference));
    }

    /** The types that were said to be answered: nothing else names them. */
    Set<Class<?>> answered() {
        return Set.copyOf(answered);
    }
}
