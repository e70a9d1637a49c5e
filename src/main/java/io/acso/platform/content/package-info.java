/**
 * Rules, playbooks, policies and catalogs as one hashed snapshot.
 * Invariant: a snapshot is swapped whole; everything decided names the snapshot it used.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.platform.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
