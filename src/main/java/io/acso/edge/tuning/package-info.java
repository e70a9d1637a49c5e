/**
 * Judges rules by events of the past: how much each finds, what its findings have in common, and which filters would
 * take the noise away.
 * Invariant: a proposed filter was tried on the same events, and removed no labelled true positive.
 * Must not: change rules, or call anything noise that somebody labelled otherwise.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.event",
            "domain.finding",
            "core.detection",
            "edge.ingest",
            "edge.backtest",
            "platform.lake"
        })
package io.acso.edge.tuning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
