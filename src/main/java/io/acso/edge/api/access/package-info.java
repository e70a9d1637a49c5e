/**
 * What a caller may do: every call of the API is an operation with a name, and policies decide who may ask for it.
 * Invariant: no handler runs whose operation the caller may not ask for; a handler without one runs for nobody. Each
 * refusal is a problem that names the operation, and in the ledger.
 * Must not: know who somebody is or how they proved it; it reads what signing in says by authorities.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "core.autonomy", "platform.durability", "platform.ledger"})
package io.acso.edge.api.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
