package io.acso.edge.api.document;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Types that JSON writes more plainly than their fields suggest, and records: what is not marked as nullable is always
 * there.
 */
final class PlainTypes implements ModelConverter {

    private static final Map<String, String> TEXTS = Map.of(
            Duration.class.getName(),
            "an ISO 8601 duration, such as PT30S",
            Currency.class.getName(),
            "an ISO 4217 code, such as USD",
            "io.acso.domain.kernel.Principal",
            "who: person:, agent: or service: and a name",
            "io.acso.domain.kernel.Digest",
            "a SHA-256 in hexadecimal",
            "io.acso.domain.task.AgentName",
            "an agent's name");

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        Class<?> raw = java.getRawClass();
        String text = TEXTS.get(raw.getName());
        if (text != null) {
            return new JsonSchema().typesItem("string").description(text);
        }
        if (raw.equals(ObjectNode.class)) {
            return new JsonSchema().typesItem("object");
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return new JsonSchema().description("any JSON");
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw.isRecord()) {
            requireComponents(raw, schema, context);
        }
        return schema;
    }

    private static void requireComponents(Class<?> raw, Schema<?> schema, ModelConverterContext context) {
        Schema<?> model = schema;
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            model = context.getDefinedModels().get(name);
        }
        if (model == null || model.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            if (model.getProperties().containsKey(component.getName()) && !nullable(component)) {
                required.add(component.getName());
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean nullable(RecordComponent component) {
        AnnotatedElement type = Objects.requireNonNull(component.getAnnotatedType());
        return type.isAnnotationPresent(Nullable.class);
    }
}
