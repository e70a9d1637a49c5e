package io.acso.edge.api.document;

import io.acso.edge.api.access.Permitted;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.AnnotatedElement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation what its handler's signature cannot: its noun, its answers, its problems. */
final class Operations implements GlobalOperationCustomizer {

    private final Set<Class<?>> answered = ConcurrentHashMap.newKeySet();
    private final Map<String, Class<?>> controllers = new ConcurrentHashMap<>();

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        RequestMapping mapping = mapping(handler.getMethod());
        String method = mapping.method()[0].name();
        OperationName name = OperationName.of(method, path(handler.getBeanType()) + first(mapping));
        operation.setTags(List.of(name.tag()));
        operation.setOperationId(name.id());
        controllers.merge(name.tag(), handler.getBeanType(), Operations::shorter);
        ApiResponses answers = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
        operation.setResponses(answers);
        Answers said = handler.getMethodAnnotation(Answers.class);
        if (said != null) {
            answered.add(said.value());
            answers.clear();
            answers.addApiResponse(Integer.toString(said.status()), answer(said));
        }
        files(answers, handler, mapping);
        takes(operation, handler);
        access(operation, handler);
        answers.remove("default");
        Refusals.add(operation, method, handler);
        return operation;
    }

    /** Whoever makes a key for a program reads here what its scopes have to be. */
    private static void access(Operation operation, HandlerMethod handler) {
        Permitted permitted = handler.getMethodAnnotation(Permitted.class);
        if (permitted != null) {
            String said = operation.getDescription() == null ? operation.getSummary() : operation.getDescription();
            operation.setDescription(Objects.requireNonNullElse(said, "") + " Takes `" + permitted.value() + "`.");
        } else {
            operation.setSecurity(List.of());
        }
    }

    private static void takes(Operation operation, HandlerMethod handler) {
        Takes takes = handler.getMethodAnnotation(Takes.class);
        if (takes != null) {
            Content content = new Content();
            for (String type : takes.value()) {
                content.addMediaType(type, binary());
            }
            operation.setRequestBody(
                    new RequestBody().description(takes.what()).required(true).content(content));
        }
    }

    private static MediaType binary() {
        return new MediaType().schema(new JsonSchema().typesItem("string").format("binary"));
    }

    /** What is written to the response by hand is a file. */
    private static void files(ApiResponses answers, HandlerMethod handler, RequestMapping mapping) {
        ApiResponse success = answers.get("200");
        if (handler.isVoid() && success != null) {
            Content content = new Content();
            for (String type : mapping.produces()) {
                content.addMediaType(type, binary());
            }
            success.setContent(content);
        }
    }

    private static RequestMapping mapping(AnnotatedElement element) {
        return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class));
    }

    private static String path(Class<?> controller) {
        return controller.isAnnotationPresent(RequestMapping.class) ? first(mapping(controller)) : "";
    }

    private static String first(RequestMapping mapping) {
        return mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    /** {@code IncidentsController} is the one that says what incidents are, before {@code IncidentFilesController}. */
    private static Class<?> shorter(Class<?> one, Class<?> other) {
        Comparator<Class<?>> order = Comparator.comparing(
                        (Class<?> type) -> type.getSimpleName().length())
                .thenComparing(Class::getSimpleName);
        return order.compare(one, other) <= 0 ? one : other;
    }

    private static ApiResponse answer(Answers said) {
        ApiResponse answer = new ApiResponse()
                .description(said.status() == HttpStatus.ACCEPTED.value() ? "the supervisor has it" : "done")
                .content(new Content().addMediaType("application/json", new MediaType().schema(reference(said))));
        if (said.status() != HttpStatus.OK.value()) {
            answer.addHeaderObject(HttpHeaders.LOCATION, header("where to look"));
        }
        if (said.versioned()) {
            answer.addHeaderObject(HttpHeaders.ETAG, header("the version that was read, for If-Match"));
        }
        return answer;
    }

    private static Header header(String words) {
        return new Header().description(words).schema(new JsonSchema().typesItem("string"));
    }

    private static Schema<?> reference(Answers said) {
        return new JsonSchema()
                .$ref(Components.COMPONENTS_SCHEMAS_REF + said.value().getSimpleName());
    }

    /** The types that were said to be answered: nothing else names them. */
    Set<Class<?>> answered() {
        return Set.copyOf(answered);
    }

    /** For each tag the controller whose words say what it is about. */
    SortedMap<String, Class<?>> controllers() {
        return new TreeMap<>(controllers);
    }
}
