/**
 * Assets with owner, criticality and exposure; the denominator of every blast radius.
 * Invariant: what is not known is absent, and counts as zero of a fleet.
 * Must not: guess, or look anything up.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.domain.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
