package io.acso.edge.api.document;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import tools.jackson.databind.JsonNode;

/** The last touch: the types that only an annotation names, the problem, examples, and Javadoc's marks made plain. */
final class Finish implements GlobalOpenApiCustomizer {

    /** The shape of what goes wrong. */
    static final String PROBLEM = "ProblemDetail";

    /** What the Javadoc's formatter makes of {@code {@code x}}. */
    private static final Pattern CODE = Pattern.compile("</?code>");

    private static final Pattern LINK =
            Pattern.compile("<a href=\"[^\"]*\">(.*?)</a>|\\{@(?:link|value)[^}]*[ #]([^} ]+)}");
    private static final Pattern SPACE = Pattern.compile("\\s*\\n\\s*");

    private static final Map<String, String> HEADERS = Map.of(
            "Idempotency-Key", "1 to 255 characters; the same key brings the same answer",
            "If-Match", "the ETag of what was read; 412 when it has changed",
            "Content-Encoding", "gzip or zstd, when the body is packed so");

    private final Operations operations;
    private final TypeNames names;
    private final JavadocProvider javadoc;
    private final Examples examples;

    Finish(Operations operations, TypeNames names, JavadocProvider javadoc, Examples examples) {
        this.operations = operations;
        this.names = names;
        this.javadoc = javadoc;
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        operations
                .answered()
                .forEach(type -> ModelConverters.getInstance(true)
                        .readAll(new AnnotatedType(type))
                        .forEach(components::addSchemas));
        components.addSchemas(PROBLEM, problem());
        Refusals.describe(components);
        names.clashes().ifPresent(clash -> {
            throw new IllegalStateException(clash);
        });
        components.getSchemas().forEach((name, schema) -> {
            plain(schema);
            examples.of(name).ifPresent(example -> schema.setExamples(List.of(old(example))));
        });
        api.getPaths().values().forEach(path -> path.readOperations().forEach(this::plain));
        new Wishes(api).close();
        api.setTags(operations.controllers().entrySet().stream()
                .map(tag -> new Tag().name(tag.getKey()).description(words(javadoc.getClassJavadoc(tag.getValue()))))
                .toList());
    }

    private void plain(Operation operation) {
        operation.setDescription(words(operation.getDescription()));
        operation.setSummary(words(operation.getSummary()));
        if (operation.getSummary() != null && operation.getSummary().equals(operation.getDescription())) {
            operation.setDescription(null);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(Finish::plain);
        }
    }

    private static void plain(Parameter parameter) {
        String known = HEADERS.get(parameter.getName());
        parameter.setDescription(known == null ? words(parameter.getDescription()) : known);
    }

    private static void plain(Schema<?> schema) {
        schema.setDescription(words(schema.getDescription()));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Finish::plain);
        }
    }

    private static @Nullable String words(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String coded = CODE.matcher(text).replaceAll("`");
        String linked = LINK.matcher(coded).replaceAll(found -> found.group(1) != null ? "$1" : "`$2`");
        return SPACE.matcher(linked.strip()).replaceAll(" ");
    }

    private static Schema<?> problem() {
        Schema<?> problem = new JsonSchema().typesItem("object").description("what went wrong, as RFC 9457 has it");
        Map.of(
                        "type", "urn:acso:problem: and a word that stays",
                        "title", "that word for people",
                        "detail", "what is wrong with this request, and the cure",
                        "instance", "the path that was asked for")
                .forEach((name, words) -> problem.addProperty(
                        name, new JsonSchema().typesItem("string").description(words)));
        problem.addProperty("status", new JsonSchema().typesItem("integer").format("int32"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    /** The description is written by Jackson 2. */
    private static Object old(JsonNode example) {
        return Json31.mapper().convertValue(read(example), Object.class);
    }

    private static com.fasterxml.jackson.databind.JsonNode read(JsonNode example) {
        try {
            return Json31.mapper().readTree(example.toString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(Examples.RESOURCE, e);
        }
    }
}
