/**
 * Objects kept by their content: evidence, reports, large bodies.
 * Invariant: an object is what its hash says, checked when it is read, and what is retained cannot be deleted before.
 * Must not: know what an object means, or how long its owner wants it kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "platform.aws", "platform.crypto"})
package io.acso.platform.objects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
