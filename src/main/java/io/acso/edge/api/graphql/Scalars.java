package io.acso.edge.api.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.acso.domain.kernel.Json;
import java.util.Locale;
import java.util.function.Function;

/** The scalars of the schema that GraphQL does not have. They are written and never read: no argument has them. */
final class Scalars {

    static final GraphQLScalarType INSTANT = written("Instant", Object::toString);
    static final GraphQLScalarType JSON = written("JSON", Scalars::plain);

    private Scalars() {}

    private static GraphQLScalarType written(String name, Function<Object, Object> writing) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Written(name, writing))
                .build();
    }

    /** As maps, lists and values, which whatever writes the answer knows. */
    private static Object plain(Object value) {
        return Json.MAPPER.convertValue(value, Object.class);
    }

    private record Written(String name, Function<Object, Object> writing) implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return writing.apply(value);
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            throw new CoercingParseValueException(name + " is not for input");
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            throw new CoercingParseLiteralException(name + " is not for input");
        }
    }
}
