package io.acso.edge.api.rest;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.stream.Collectors;

/** For each root field of a schema, a query of all that is below it, down to a depth. */
record EveryField(GraphQLSchema schema, int depth) {

    List<String> queries() {
        return schema.getQueryType().getFieldDefinitions().stream()
                .map(field -> "{ " + field.getName() + arguments(field) + selection(field.getType(), depth) + " }")
                .toList();
    }

    private static String arguments(GraphQLFieldDefinition field) {
        List<String> given = field.getArguments().stream()
                .map(GraphQLArgument::getName)
                .filter(name -> !name.equals("after"))
                .map(name -> name.equals("limit") ? "limit: 2" : name + ": \"none\"")
                .toList();
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private String selection(GraphQLType type, int left) {
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object)) {
            return "";
        }
        String fields = object.getFieldDefinitions().stream()
                .filter(field -> left > 0 || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType))
                .map(field -> field.getName() + arguments(field) + selection(field.getType(), left - 1))
                .collect(Collectors.joining(" "));
        return fields.isEmpty() ? " { __typename }" : " { " + fields + " }";
    }
}
