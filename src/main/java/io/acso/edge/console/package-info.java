/**
 * The web console: its pages and files, as the build put them on the class path.
 * Invariant: no page runs a script or a style that the build did not bring, and none is shown inside another site's.
 * Must not: read or decide anything; what a page shows comes from the API, as the person who looks at it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.acso.edge.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
