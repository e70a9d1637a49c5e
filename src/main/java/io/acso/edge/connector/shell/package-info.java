/**
 * Scripts for bash and PowerShell: on this machine, or over SSH where the target is a host for that.
 * Invariant: nothing runs here unless local scripts are switched on and the very script is allowed; it sees nothing of
 * the platform's environment, and its process group ends with it.
 * Must not: give a script the platform's secrets, settings or directories.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "core.autonomy", "edge.connector.command"})
package io.acso.edge.connector.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
