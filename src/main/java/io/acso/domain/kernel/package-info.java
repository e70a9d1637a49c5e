/**
 * The few values that every part shares: identifiers, severity, money, principals, JSON.
 * Invariant: immutable, comparable by value, at most twelve types.
 * Must not: know any other package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.acso.domain.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
