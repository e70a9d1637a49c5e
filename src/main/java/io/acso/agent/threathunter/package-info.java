/**
 * The Threat Hunter: detects on the stream of events and finds out how far an incident reaches.
 * Invariant: a position is kept with what was found before it, or later; a replay finds the same under the same ids.
 * Must not: contain anything, or trust what an event says about its own severity.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.event",
            "domain.finding",
            "domain.incident",
            "domain.task",
            "platform.content",
            "platform.durability",
            "platform.journal",
            "platform.lake",
            "platform.ledger",
            "core.detection",
            "core.intelligence",
            "agent.runtime",
            "agent.casebook"
        })
package io.acso.agent.threathunter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
