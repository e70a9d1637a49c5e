/**
 * Puts the parts together: Spring configuration of what is framework-free, and the server's main.
 *
 * <p>Sees every door and is seen by none. It must not decide anything that a part could decide for itself.
 */
@ApplicationModule
@NullMarked
package io.acso.assembly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
