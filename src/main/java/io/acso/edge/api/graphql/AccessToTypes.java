package io.acso.edge.api.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.acso.edge.api.access.Access;
import io.acso.edge.api.access.NotPermitted;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Asks, before a query or subscription begins, for every operation that the types it leads to name. By which way it
 * leads there makes no difference, and a way to a type that names none is open only below one that does.
 */
@Component
final class AccessToTypes extends SimplePerformantInstrumentation {

    private static final String UNNAMED = "unnamed";

    private final Access access;

    AccessToTypes(Access access) {
        this.access = access;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        ExecutionContext query = parameters.getExecutionContext();
        // Nobody comes here without signing in.
        Authentication caller = Objects.requireNonNull(query.getGraphQLContext().get(Authentication.class));
        try {
            operations(query).forEach(operation -> access.check(caller, operation));
        } catch (NotPermitted refused) {
            throw new AbortExecutionException(List.of(error(refused)));
        }
        return null;
    }

    private static Set<String> operations(ExecutionContext query) {
        GraphQLSchema schema = query.getGraphQLSchema();
        Set<String> operations = new TreeSet<>();
        QueryTraverser.newQueryTraverser()
                .schema(schema)
                .document(query.getDocument())
                .operationName(query.getExecutionInput().getOperationName())
                .coercedVariables(query.getCoercedVariables())
                .build()
                .visitPreOrder(new QueryVisitorStub() {
                    @Override
                    public void visitField(QueryVisitorFieldEnvironment field) {
                        operation(schema, field).ifPresent(operations::add);
                    }
                });
        return operations;
    }

    private static Optional<String> operation(GraphQLSchema schema, QueryVisitorFieldEnvironment field) {
        var type = GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
        if (type.getName().startsWith("__") || field.isTypeNameIntrospectionField()) {
            return Optional.empty();
        }
        GraphQLAppliedDirective permitted =
                type instanceof GraphQLObjectType object ? object.getAppliedDirective("permitted") : null;
        if (permitted != null && permitted.getArgument("operation") instanceof GraphQLAppliedDirectiveArgument named) {
            return Optional.ofNullable(named.getValue());
        }
        boolean root =
                field.getParentType() == schema.getQueryType() || field.getParentType() == schema.getSubscriptionType();
        return root ? Optional.of(UNNAMED) : Optional.empty();
    }

    /** As the problem that REST would answer with. */
    private static GraphQLError error(NotPermitted refused) {
        ProblemDetail problem = refused.getBody();
        Map<String, Object> said = new TreeMap<>(Map.of("type", String.valueOf(problem.getType())));
        if (problem.getProperties() != null) {
            said.putAll(problem.getProperties());
        }
        return GraphqlErrorBuilder.newError()
                .errorType(ErrorType.FORBIDDEN)
                .message("%s", problem.getDetail())
                .extensions(said)
                .build();
    }
}
