/**
 * Sigma rules, version 2.1 of the specification: read, compiled, and matched against raw events; correlated over time.
 * Invariant: a compiled {@link io.acso.core.detection.RuleSet} is immutable, so it can be swapped while events flow;
 * a rule that cannot be read is reported and never half loaded.
 * Must not: know where events come from, keep state between events outside of a
 * {@link io.acso.core.detection.Correlator}, or let a rule's author stop the matcher.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel", "domain.event", "domain.finding", "core.regex"})
package io.acso.core.detection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
