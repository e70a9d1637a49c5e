/**
 * CACAO 2.0 playbooks: read, checked, planned and executed as a pure function of (state, fact).
 * Invariant: the same facts in the same order give the same state; a late, duplicate or foreign fact changes nothing;
 * every step that starts has a deadline and comes to an end.
 * Must not: do input or output, ask a clock, or know who carries out what it commands.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.core.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
