/**
 * A client of a running platform's REST API, for the command line and the demo.
 * Invariant: it speaks to the server that it was given and follows no redirect.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.edge.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
