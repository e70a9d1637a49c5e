/**
 * What leaves the house for others to check: an incident's report, evidence and ledger as one directory.
 * Invariant: the manifest holds the hash of every file beside it, and the ledger in the bundle that of the manifest.
 * Must not: need the platform to verify a bundle.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.evidence",
            "platform.durability",
            "platform.objects",
            "platform.ledger",
            "agent.casebook"
        })
package io.acso.edge.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
