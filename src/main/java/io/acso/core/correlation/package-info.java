/**
 * Judgement over findings: which belong together, how bad they are, and why.
 * Invariant: pure, and every answer carries its reason.
 * Must not: join by an address where anybody is identified, or rate below the worst finding.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"domain.kernel", "domain.event", "domain.finding", "domain.incident", "domain.inventory"
        })
package io.acso.core.correlation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
