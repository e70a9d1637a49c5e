/**
 * Service Orchestration: keeps a service ticket for each incident in our own records.
 * Invariant: one ticket for an incident, however often it is asked for.
 * Must not: resolve an incident; it records what the supervisor decided.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.incident",
            "domain.task",
            "platform.durability",
            "agent.runtime",
            "agent.casebook"
        })
package io.acso.agent.serviceorchestration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
