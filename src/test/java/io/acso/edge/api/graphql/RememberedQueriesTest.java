package io.acso.edge.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedQueriesTest {

    private final RememberedQueries queries = new RememberedQueries();
    private final List<String> parsed = new ArrayList<>();

    @Test
    void a_valid_query_is_parsed_once() {
        ask("{ one }");
        ask("{ two }");
        PreparsedDocumentEntry again = ask("{ one }");
        assertThat(parsed).containsExactly("{ one }", "{ two }");
        assertThat(again.hasErrors()).isFalse();
    }

    @Test
    void a_query_with_faults_takes_no_room() {
        ask("{ wrong");
        assertThat(ask("{ wrong").hasErrors()).isTrue();
        assertThat(parsed).containsExactly("{ wrong", "{ wrong");
    }

    @Test
    void however_many_different_ones_are_asked_their_text_stays_below_a_limit() {
        String padding = " ".repeat(100_000);
        for (int i = 0; i < 20; i++) {
            ask("{ field" + i + " }" + padding);
        }
        queries.settle();
        parsed.clear();
        for (int i = 0; i < 20; i++) {
            ask("{ field" + i + " }" + padding);
        }
        assertThat(parsed).hasSizeGreaterThanOrEqualTo(15);
    }

    private PreparsedDocumentEntry ask(String query) {
        return queries.getDocumentAsync(ExecutionInput.newExecutionInput(query).build(), this::parse)
                .join();
    }

    private PreparsedDocumentEntry parse(ExecutionInput asked) {
        parsed.add(asked.getQuery());
        GraphQLError fault =
                GraphqlErrorBuilder.newError().message("not a query").build();
        return asked.getQuery().contains("wrong")
                ? new PreparsedDocumentEntry(fault)
                : new PreparsedDocumentEntry(Document.newDocument().build());
    }
}
