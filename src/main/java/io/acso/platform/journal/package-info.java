/**
 * The durable stream of events, read by position.
 * Invariant: acknowledged means durable; an event id is kept once within the retention.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.event", "platform.crypto"})
package io.acso.platform.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
