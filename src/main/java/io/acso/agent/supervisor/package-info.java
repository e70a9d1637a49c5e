/**
 * The Supervisor: joins findings into incidents, chooses and runs the response, coordinates approval, and
 * watches the other agents.
 * Invariant: it alone changes incidents, responses and executions, each by a task of its own queue.
 * Must not: touch the outside world; agents do, through the gate.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.event",
            "domain.finding",
            "domain.incident",
            "domain.inventory",
            "domain.task",
            "platform.durability",
            "platform.ledger",
            "platform.content",
            "core.autonomy",
            "core.correlation",
            "core.playbook",
            "agent.runtime",
            "agent.casebook"
        })
package io.acso.agent.supervisor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
