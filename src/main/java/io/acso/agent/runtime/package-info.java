/**
 * What an agent is, and the runtime that feeds agents from their queues.
 * Invariant: what an agent changes, what it sends and the acknowledgement of its task are one commit.
 * Must not: know any particular agent.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.task", "platform.durability", "platform.ledger"})
package io.acso.agent.runtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
