package io.acso.edge.api.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Types that callers give and are never given: a field that they do not have is refused, and the description says so.
 * What is answered may grow at any time.
 */
final class Wishes {

    private final OpenAPI api;
    private final Map<String, Schema> types;

    Wishes(OpenAPI api) {
        this.api = api;
        this.types = api.getComponents().getSchemas();
    }

    void close() {
        Set<String> given = reached(operation -> operation.getRequestBody() == null
                ? Stream.empty()
                : schemas(operation.getRequestBody().getContent()));
        given.removeAll(reached(operation ->
                operation.getResponses().values().stream().flatMap(answer -> schemas(answer.getContent()))));
        given.stream()
                .map(types::get)
                .filter(type -> type.getProperties() != null)
                .forEach(type -> type.setAdditionalProperties(false));
    }

    private Set<String> reached(Function<Operation, Stream<Schema<?>>> begin) {
        Set<String> names = new HashSet<>();
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(all -> all.stream())
                .flatMap(begin)
                .forEach(schema -> follow(schema, names));
        return names;
    }

    private static Stream<Schema<?>> schemas(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.values().stream().<Schema<?>>map(MediaType::getSchema).filter(Objects::nonNull);
    }

    private void follow(@Nullable Object at, Set<String> names) {
        if (!(at instanceof Schema<?> schema)) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
            if (names.add(name)) {
                follow(types.get(name), names);
            }
        }
        follow(schema.getItems(), names);
        follow(schema.getAdditionalProperties(), names);
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(one -> follow(one, names));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(one -> follow(one, names));
        }
    }
}
