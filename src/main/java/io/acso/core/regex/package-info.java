/**
 * Regular expressions of others, run against text of others.
 * Invariant: a search ends in time linear in the text, or after a bounded number of steps.
 * Must not: know what the expression or the text is about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.acso.core.regex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
