/**
 * An Event: one record from a source, raw and in OCSF, with the entities it is about.
 * Invariant: an event id is a hash of source and native id, so the same record is the same event.
 * Must not: parse formats; ingest does that.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.domain.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
