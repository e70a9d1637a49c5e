/**
 * What whoever runs the platform looks at: health and figures.
 * Invariant: everything comes from ports, so it holds for every provider.
 * Must not: change anything but a probe of its own, or hold up what it looks at.
 */
@NullMarked
@ApplicationModule
package io.acso.edge.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
