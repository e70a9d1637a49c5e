/**
 * Indicators: STIX patterns over observations, and indicator sets in bulk.
 * Invariant: whatever a pattern or an observation holds, an answer comes within bounded time and memory, and what could
 * not be decided is said, never guessed.
 * Must not: know where indicators and observations come from, or keep state between two questions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.event", "domain.finding", "core.regex"})
package io.acso.core.intelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
