package io.acso.core.autonomy;

import io.acso.domain.inventory.Asset;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import java.util.Optional;

/**
 * All that policies are asked about, at one moment.
 *
 * @param asset the target as the inventory knows it
 * @param confidence 0 to 100
 * @param approver who has agreed
 * @param inExecution actions before this one in the execution
 * @param inLastHour actions of this kind before this one in the last sixty minutes
 */
record Situation(
        Principal principal,
        String kind,
        Target target,
        Optional<Asset> asset,
        Severity severity,
        int confidence,
        BlastRadius radius,
        boolean reversible,
        Approver approver,
        long inExecution,
        long inLastHour,
        AutonomyLevel level,
        boolean killed) {

    /** Who has agreed to the plan. */
    enum Approver {
        NOBODY,
        PERSON,
        SERVICE;

        static Approver of(Principal principal) {
            return switch (principal.kind()) {
                case PERSON -> PERSON;
                case SERVICE -> SERVICE;
                case AGENT -> NOBODY;
            };
        }
    }

    /** The same, had that one agreed. */
    Situation with(Approver other) {
        return new Situation(
                principal,
                kind,
                target,
                asset,
                severity,
                confidence,
                radius,
                reversible,
                other,
                inExecution,
                inLastHour,
                level,
                killed);
    }

    /** The same action where nothing speaks against it: what the policies for it would permit at best. */
    Situation atBest() {
        return new Situation(
                principal,
                kind,
                target,
                asset,
                Severity.CRITICAL,
                100,
                new BlastRadius(1, Long.MAX_VALUE, "one"),
                true,
                Approver.PERSON,
                0,
                0,
                AutonomyLevel.ACT,
                false);
    }
}
