/**
 * What whoever runs the platform looks at and after: health, figures, keys.
 * Invariant: everything comes from ports, so it holds for every provider.
 * Must not: change anything but its probes and the keys, or hold up what it looks at.
 */
@NullMarked
@ApplicationModule
package io.acso.edge.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
