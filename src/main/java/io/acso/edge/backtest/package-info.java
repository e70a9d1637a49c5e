/**
 * Runs rules over events of the past, on all cores: for finding, for explaining, for testing and tuning rules.
 * Invariant: what is found is told in the order of the events, whatever the number of threads; memory is bounded,
 * however long the input.
 * Must not: keep or send anything; it only reads.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"domain.kernel", "domain.event", "domain.finding", "core.detection", "edge.ingest"})
package io.acso.edge.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
