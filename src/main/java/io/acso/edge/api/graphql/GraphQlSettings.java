package io.acso.edge.api.graphql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What bounds GraphQL.
 *
 * @param deepest how deep a query may go
 * @param dearest what a query may cost: a point a field, times the items that a list may have
 * @param kept how many changes are kept for whoever reconnects
 * @param followers how many subscriptions one caller may have at a time
 * @param connection how long a WebSocket lives before the caller has to prove anew who they are
 */
@ConfigurationProperties("acso.graphql")
record GraphQlSettings(
        @DefaultValue("15") int deepest,
        @DefaultValue("20000") int dearest,
        @DefaultValue("10000") int kept,
        @DefaultValue("20") int followers,
        @DefaultValue("10m") Duration connection) {

    GraphQlSettings {
        if (deepest < 1 || dearest < 1 || kept < 1 || followers < 1 || !connection.isPositive()) {
            throw new IllegalArgumentException("every setting of acso.graphql is above zero");
        }
    }
}
