/**
 * Keeps trouble outside from becoming trouble inside: a circuit breaker and a bulkhead for each outside party, a rate
 * limit for each action kind, and further attempts, around every actuator.
 * Invariant: an action is attempted again only when nothing happened, or when its repeat safety makes that harmless.
 * Must not: turn a failure into a success, or say that nothing happened when that is not known.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "core.autonomy"})
package io.acso.edge.connector.resilience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
