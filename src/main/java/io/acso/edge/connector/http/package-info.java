/**
 * HTTP and OpenC2 commands of playbooks, to hosts that are listed.
 * Invariant: the request that a plan shows is the one that is sent, but for the secret that it names; a connection goes
 * to the very address that was checked; an answer is success only when the other side said so.
 * Must not: follow redirects, keep cookies or connections, or call a host that is not listed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"domain.kernel", "core.autonomy", "edge.connector.command", "edge.connector.network"})
package io.acso.edge.connector.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
