/**
 * Encryption of what is kept: data keys that encrypt bodies, and a master key that wraps them (ADR 0021).
 * Invariant: a ciphertext names its data key and opens only in the place it was made for; a key that something
 * still needs is never forgotten.
 * Must not: know what the bodies mean, or print or log a key.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "platform.aws"})
package io.acso.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
