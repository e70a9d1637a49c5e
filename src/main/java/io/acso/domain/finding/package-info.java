/**
 * A Finding: what a detection says, with the evidence that made it say so.
 * Invariant: a finding id is a hash of rule and events, so replay finds nothing twice.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.event"})
package io.acso.domain.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
