/**
 * The analytical store: OCSF events in Parquet by day and class, queried with SQL.
 * Invariant: an event is kept once, by its id, however often it comes; what was flushed survives a crash.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.event"})
package io.acso.platform.lake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
