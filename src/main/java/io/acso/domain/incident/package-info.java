/**
 * An Incident: findings joined through entities and time, with severity, priority and timeline.
 * Invariant: only its own methods change its state, and each returns the facts of the change.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.event", "domain.finding"})
package io.acso.domain.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
