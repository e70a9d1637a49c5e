package io.acso.edge.api.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLTypeUtil;

/** What a field costs: itself, and what is below it as often as it may be there. */
final class Cost implements FieldComplexityCalculator {

    /** Lists without a limit of their own are short. */
    private static final int USUAL = 10;

    @Override
    public int calculate(FieldComplexityEnvironment field, int below) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + (long) times(field) * below);
    }

    private static int times(FieldComplexityEnvironment field) {
        if (field.getParentType().getName().startsWith("__")) {
            return 1;
        }
        Object limit = field.getArguments().get("limit");
        if (limit instanceof Integer most) {
            return Math.max(1, most);
        }
        boolean ofPage = field.getField().getName().equals("items");
        return !ofPage
                        && GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(
                                field.getFieldDefinition().getType()))
                ? USUAL
                : 1;
    }
}
