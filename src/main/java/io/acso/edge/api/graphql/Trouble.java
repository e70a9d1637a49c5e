package io.acso.edge.api.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** What was asked wrongly is said; what goes wrong here is said without its inside, by the framework. */
@ControllerAdvice
final class Trouble {

    @GraphQlExceptionHandler
    GraphQLError bad(Paging.BadArgument bad, DataFetchingEnvironment environment) {
        return GraphqlErrorBuilder.newError(environment)
                .errorType(ErrorType.BAD_REQUEST)
                .message("%s", bad.getMessage())
                .build();
    }
}
