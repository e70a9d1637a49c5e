/**
 * The records of cases, shared by the agents that work on them and by those who look.
 * Invariant: each kind of record has one owner that writes it, named at its class.
 * Must not: decide anything.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.event",
            "domain.finding",
            "domain.incident",
            "domain.evidence",
            "domain.task",
            "platform.durability",
            "core.autonomy",
            "core.playbook"
        })
package io.acso.agent.casebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
