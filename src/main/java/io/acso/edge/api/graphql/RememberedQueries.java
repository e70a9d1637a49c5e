package io.acso.edge.api.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The queries that were found valid, so that what a page asks again and again is not parsed and validated again. Their
 * depth, their cost and what the caller may see are judged each time all the same.
 */
final class RememberedQueries implements PreparsedDocumentProvider {

    /** Characters of all queries together; parsed they take some ten times as much. */
    private static final int MOST = 500_000;

    private final Cache<String, PreparsedDocumentEntry> valid = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((String query, PreparsedDocumentEntry parsed) -> query.length())
            .build();

    /** Lets go now what is to go. */
    void settle() {
        valid.cleanUp();
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput asked, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        String query = asked.getQuery();
        PreparsedDocumentEntry known = valid.getIfPresent(query);
        if (known == null) {
            known = parseAndValidate.apply(asked);
            if (!known.hasErrors()) {
                valid.put(query, known);
            }
        }
        return CompletableFuture.completedFuture(known);
    }
}
