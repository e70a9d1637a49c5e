/**
 * Takes records in: splits, recognises, parses, normalises to OCSF, appends to the journal.
 * Invariant: what the receipt counts is durable, as an event or in the quarantine; the same record is
 * the same event. Memory is bounded by {@link io.acso.edge.ingest.IngestLimits}, whatever comes.
 * Must not: judge what a record means, or let one bad record stop the rest.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.event",
            "platform.journal",
            "platform.durability",
            "platform.objects"
        })
package io.acso.edge.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
