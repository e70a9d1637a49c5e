package io.acso.edge.api.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Discriminator;
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
import org.springdoc.core.providers.JavadocProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Types that JSON writes more plainly than their fields suggest, and records: what is not marked as nullable is always
 * there.
 */
final class PlainTypes implements ModelConverter {

    private final JavadocProvider javadoc;

    PlainTypes(JavadocProvider javadoc) {
        this.javadoc = javadoc;
    }

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
            return new JsonSchema().typesItem("object").additionalProperties(anything());
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return anything();
        }
        JsonTypeInfo told = raw.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes kinds = raw.getAnnotation(JsonSubTypes.class);
        if (raw.isInterface() && told != null && kinds != null) {
            return oneOf(raw, told.property(), kinds, context);
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw.isRecord()) {
            requireComponents(raw, schema, context);
        }
        return schema;
    }

    private static Schema<?> anything() {
        return new JsonSchema().description("any JSON");
    }

    /** A sealed type is any of its records, each of which names itself. */
    private static Schema<?> oneOf(
            Class<?> sealed, String property, JsonSubTypes kinds, ModelConverterContext context) {
        String name = sealed.getSimpleName();
        Schema<?> reference = new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
        if (context.getDefinedModels().containsKey(name)) {
            return reference;
        }
        Schema<?> any = new JsonSchema();
        context.defineModel(name, any);
        Discriminator discriminator = new Discriminator().propertyName(property);
        for (JsonSubTypes.Type kind : kinds.value()) {
            Schema<?> one = context.resolve(new AnnotatedType(kind.value()).resolveAsRef(true));
            any.addOneOfItem(one);
            discriminator.mapping(kind.name(), one.get$ref());
            Schema<?> model = Objects.requireNonNull(
                    context.getDefinedModels().get(kind.value().getSimpleName()));
            model.addProperty(property, new JsonSchema().typesItem("string")._const(kind.name()));
            model.addRequiredItem(property);
        }
        any.setDiscriminator(discriminator);
        return reference;
    }

    private void requireComponents(Class<?> raw, Schema<?> schema, ModelConverterContext context) {
        Schema<?> model = schema;
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            model = context.getDefinedModels().get(name);
        }
        if (model == null || model.getProperties() == null) {
            return;
        }
        Map<String, String> words = javadoc.getRecordClassParamJavadoc(raw);
        if (model.getDescription() == null) {
            model.setDescription(javadoc.getClassJavadoc(raw));
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            Schema<?> property = (Schema<?>) model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            if (words.containsKey(component.getName())) {
                property.setDescription(words.get(component.getName()));
            }
            if (!nullable(component)) {
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
