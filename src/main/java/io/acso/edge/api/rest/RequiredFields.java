package io.acso.edge.api.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** What a record of ours does not mark as {@code @Nullable} has to be in a body; the description says the same. */
@Component
final class RequiredFields implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.annotationIntrospector(
                new AnnotationIntrospectorPair(builder.annotationIntrospector(), new Introspector()));
    }

    private static final class Introspector extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;
        private static final String OURS = "io.acso.";

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter && isRequired(parameter)
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                    : JsonSetter.Value.empty();
        }

        private static boolean isRequired(AnnotatedParameter parameter) {
            Class<?> type = parameter.getDeclaringClass();
            RecordComponent @Nullable [] components = type.getRecordComponents();
            return components != null
                    && type.getName().startsWith(OURS)
                    && parameter.getOwner().getParameterCount() == components.length
                    && parameter.getIndex() < components.length
                    && !components[parameter.getIndex()].getType().isPrimitive()
                    && !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }
    }
}
