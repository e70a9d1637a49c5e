/**
 * Evidence: a preserved object with hash, time, origin and chain of custody.
 * Invariant: a custody entry is added, never changed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.domain.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
