/**
 * Webhooks of other systems, in: whether what somebody sent is what a named source signed.
 * Invariant: nothing is taken of a source that is not listed, or without a signature over all of the body.
 * Must not: tell a stranger which sources there are, or read what was not verified.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.secrets", "edge.connector.webhook"})
package io.acso.edge.hook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
