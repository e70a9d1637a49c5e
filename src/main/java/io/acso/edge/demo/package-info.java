/**
 * The demo: plays recorded events to a real platform, tells what really happens, and keeps the proof.
 * Invariant: every line it tells is read from the platform's API; nothing is told that did not happen.
 * Must not: reach any address but loopback.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"domain.kernel", "platform.ledger", "edge.client", "edge.demo.account", "edge.evidence"})
package io.acso.edge.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
