/**
 * Secrets by name, for what authenticates at other systems: a file of this machine, or a service.
 * Invariant: a value shows itself to whoever asks for it by {@link Secret#reveal} alone, never in a text or a log.
 * Must not: know what a secret is for.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"domain.kernel", "platform.aws", "platform.crypto", "platform.crypto :: embedded"})
package io.acso.platform.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
