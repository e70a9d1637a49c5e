package io.acso.edge.api.graphql;

import graphql.GraphQL;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands on who calls, of the request or of the WebSocket's handshake, to what runs on other threads. */
@Component
final class CallerOf implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null) {
            request.configureExecutionInput((input, changed) -> {
                input.getGraphQLContext().put(Authentication.class, caller);
                // A field may load what another load led to.
                GraphQL.unusualConfiguration(input.getGraphQLContext())
                        .dataloaderConfig()
                        .enableDataLoaderChaining(true);
                return input;
            });
        }
        return chain.next(request);
    }
}
