/**
 * The analytical store: OCSF events in Parquet by day and class, queried with SQL.
 * Invariant: what the journal holds reaches the lake exactly once, seen by event id.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.event"})
package io.acso.platform.lake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
