/**
 * How much a caller may send: requests by caller and by address, bytes of a body, time to send it. How deep and long
 * JSON may be, application.yml says.
 * Invariant: what is over a limit costs next to nothing; the answer names the limit, its setting and when to try again.
 * Must not: look at who somebody is beyond their name.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "edge.api.security"})
package io.acso.edge.api.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
