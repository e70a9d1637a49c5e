/**
 * Rules, playbooks, policies and catalogs as one hashed snapshot.
 * Invariant: a snapshot is swapped whole; findings and the gate's decisions name the one they used.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.platform.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
