/**
 * Who calls, and by what: a bearer token, or the session of a browser.
 * Invariant: nothing of the API answers a caller without a principal, and nothing at all under a foreign host name.
 * Must not: decide what a caller may do, or let a cookie act where its page did not ask.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "core.autonomy", "edge.identity", "platform.secrets"})
package io.acso.edge.api.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
