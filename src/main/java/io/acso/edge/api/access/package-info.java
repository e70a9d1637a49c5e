/**
 * What a caller may do: every call of the API is an operation with a name, and policies decide who may ask for it.
 * Invariant: no handler runs whose operation the caller may not ask for; a handler without one runs for nobody. Each
 * refusal is a problem that names the operation, and in the ledger.
 * Must not: find out who somebody is; signing in has.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {
            "domain.kernel",
            "core.autonomy",
            "platform.durability",
            "platform.ledger",
            "edge.identity",
            "edge.api.security"
        })
package io.acso.edge.api.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
