/**
 * Threat intelligence: indicators in bulk, looked up in every event, and STIX patterns.
 * Invariant: what is compiled is immutable, so it can be swapped while events flow; a match is exact and names the
 * indicator; what cannot be read is counted and named, and never half loaded.
 * Must not: fetch anything, keep state between events, or let a feed's author slow down or stop the matcher.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.event", "domain.finding", "core.regex"})
package io.acso.core.intelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
