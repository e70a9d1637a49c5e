/**
 * Containment on AWS: access keys, principals, sessions and instances, each with an inverse and a check.
 * Invariant: nothing is asked of an account that is not listed, and the caller's own account must be the target's.
 * A plan shows the very requests that are sent, since both come from the same request objects.
 * Must not: decide whether an action is wise, or reach any account but by the clients that {@code platform.aws} builds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"core.autonomy", "domain.kernel", "domain.inventory", "platform.aws"})
package io.acso.edge.connector.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
