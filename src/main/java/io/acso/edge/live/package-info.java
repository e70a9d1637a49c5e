/**
 * What was announced lately, in order, each with a cursor, for whoever looks on and may lose the connection.
 * Invariant: a reader sees every change after its cursor once, or is told that it missed some.
 * Must not: hold up what announces, or grow with the number or the slowness of its readers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform.durability")
package io.acso.edge.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
