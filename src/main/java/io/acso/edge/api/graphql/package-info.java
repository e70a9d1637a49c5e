/**
 * GraphQL over the nouns of REST, and the live changes: composed reads for the console, and nothing that acts.
 * Invariant: a query reads each record once, however often it leads there; depth, cost and the number of followers are
 * bounded.
 * Must not: change anything, or show what REST does not.
 */
@NullMarked
@ApplicationModule
package io.acso.edge.api.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
