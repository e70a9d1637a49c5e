/**
 * Objects kept by their content: evidence, reports, large bodies.
 * Invariant: an object is what its hash says, checked when it is read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.platform.objects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
