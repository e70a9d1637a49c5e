/**
 * Who calls: until identity is complete, whoever holds the local token is the owner.
 * Invariant: nothing but liveness answers a caller without a principal, or under a foreign host name.
 * Must not: keep sessions or cookies, so that no other site can act for the owner.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "edge.identity"})
package io.acso.edge.api.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
