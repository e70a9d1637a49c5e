/**
 * Commands on other hosts over SSH.
 * Invariant: only hosts that are listed, and only when they show the key that the known hosts file has for them.
 * Must not: learn host keys, read anybody's SSH configuration, agent or keys, or forward anything.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "core.autonomy", "edge.connector.command"})
package io.acso.edge.connector.ssh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
