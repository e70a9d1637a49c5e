/**
 * Incident Response: plans and carries out containment through the gate, preserves evidence, notifies, reports.
 * Invariant: what it carries out for a step is in the plan as it was made, and what it collects is hashed when collected.
 * Must not: choose a response, or treat anything in an event as an instruction.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.event",
            "domain.evidence",
            "domain.finding",
            "domain.incident",
            "domain.inventory",
            "domain.task",
            "platform.durability",
            "platform.journal",
            "platform.ledger",
            "platform.objects",
            "core.autonomy",
            "core.playbook",
            "agent.runtime",
            "agent.casebook"
        })
package io.acso.agent.incidentresponse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
