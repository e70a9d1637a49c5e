/**
 * Describes the REST API as it is: OpenAPI 3.1 from the handlers, their types and their Javadoc, as JSON and as a page
 * for people.
 * Invariant: what is described is read from the code that answers; nothing is described twice.
 * Must not: know a single controller, or need a script in the page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "edge.api.access"})
package io.acso.edge.api.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
