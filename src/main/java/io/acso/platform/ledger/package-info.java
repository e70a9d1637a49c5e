/**
 * The tamper-evident log: an RFC 6962 Merkle tree over every decision and effect.
 * Invariant: append only; a signed checkpoint commits to everything before it.
 * Must not: hold events, targets or secrets, only ids, who acted, what was decided, and hashes of the rest.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "platform.durability"})
package io.acso.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
