/**
 * Where connections may lead.
 * Invariant: the client connects to exactly the addresses that were looked at here, whatever a name leads to next.
 * Must not: know what is sent there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.acso.edge.connector.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
