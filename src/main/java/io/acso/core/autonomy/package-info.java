/**
 * The one door to the outside world: actions, the gate that decides them, and the actuators that carry them out.
 * Invariant: an actuator takes only an {@link io.acso.core.autonomy.Authorized} action, and only the gate makes one;
 * deny is the default and the kill switch wins against everything.
 * Must not: know what any particular action does.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.kernel",
            "domain.inventory",
            "platform.durability",
            "platform.ledger",
            "platform.content"
        })
package io.acso.core.autonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
