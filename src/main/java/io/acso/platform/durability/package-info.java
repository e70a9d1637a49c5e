/**
 * State that is never lost: records, queues, timers and ledger leaves, changed together by one Commit.
 * Invariant: a commit happens whole or not at all, and when commit() returns it is on stable storage.
 * Must not: know what the bodies mean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "platform.crypto"})
package io.acso.platform.durability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
