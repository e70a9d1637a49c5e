/**
 * Changes told to other systems: subscriptions that people make, each change as a signed message, retried, with a log.
 * Invariant: what is in the queue is sent until the receiver takes it or the last retry is over, and the log says which;
 * nothing is sent while all agents are stopped by the kill switch.
 * Must not: tell more than that something changed and what it is called; whoever wants more asks the API as somebody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "platform.durability",
            "core.autonomy",
            "edge.live",
            "edge.connector.network",
            "edge.connector.webhook"
        })
package io.acso.edge.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
