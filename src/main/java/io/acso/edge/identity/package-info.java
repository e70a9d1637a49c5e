/**
 * Who calls: people and how they prove who they are, their sessions, service clients and API keys (ADR 0027).
 * Invariant: no password, code or token is kept, only what recognises it; every sign-in, denial and change is in the
 * ledger with the commit that made it.
 * Must not: decide what somebody may do, or know HTTP.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "platform.durability", "platform.ledger", "core.autonomy"})
package io.acso.edge.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
