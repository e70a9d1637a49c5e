/**
 * The one place where AWS clients are built: region, credentials, endpoints, retries, timeouts.
 * Invariant: credentials are never guessed, an account that is not listed is not touched, and with
 * {@code acso.aws.loopback-only} no request leaves this machine.
 * Must not: know what the clients are for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.acso.platform.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
