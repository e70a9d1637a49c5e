/**
 * A Task addressed to one agent and its sealed Outcome.
 * Invariant: a task id names the work, not the delivery: performing it twice is one piece of work.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"domain.kernel"})
package io.acso.domain.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
