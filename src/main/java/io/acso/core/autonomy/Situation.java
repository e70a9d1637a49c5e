package io.acso.core.autonomy;

import io.acso.domain.inventory.Asset;
import io.acso.domain.kernel.Principal;
import io.acso.domain.kernel.Severity;
import java.util.Optional;

/**
 * All that policies are asked about, at one moment. Two that are equal get one answer from the same policies.
 *
 * @param asset the target as the inventory knows it
 * @param confidence 0 to 100
 * @param agreed who has agreed
 * @param before what was done before this action
 * @param frozen a change freeze holds for the target
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
        Agreed agreed,
        Tally before,
        AutonomyLevel level,
        boolean frozen,
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

    /**
     * How it was agreed to.
     *
     * @param people how many, each counted once
     * @param assurance of whoever proved least who they are
     */
    record Agreed(Approver approver, int people, Assurance assurance) {

        static final Agreed NOBODY = new Agreed(Approver.NOBODY, 0, Assurance.TOKEN);
        static final Agreed ONE_PERSON = new Agreed(Approver.PERSON, 1, Assurance.TOKEN);
        /** No policy can ask for more. */
        static final Agreed EVERYBODY =
                new Agreed(Approver.PERSON, ApprovalTerms.MOST, Assurance.PHISHING_RESISTANT);

        boolean given() {
            return approver != Approver.NOBODY;
        }
    }

    /**
     * What the caps have counted.
     *
     * @param inExecution actions of the execution
     * @param inLastHour actions of this kind in the last sixty minutes
     * @param inLastMinute actions of this kind in the last sixty seconds
     * @param touchedInExecution things of the target's type and scope that the execution has touched
     * @param touchedInLastHour things of that type and scope that actions of this kind touched in sixty minutes
     */
    record Tally(
            long inExecution, long inLastHour, long inLastMinute, long touchedInExecution, long touchedInLastHour) {

        static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

        /** The same, had a minute passed. */
        Tally aMinuteLater() {
            return new Tally(inExecution, inLastHour, 0, touchedInExecution, touchedInLastHour);
        }
    }

    Situation with(Agreed other) {
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
                before,
                level,
                frozen,
                killed);
    }

    Situation with(Tally other) {
        return new Situation(
                principal,
                kind,
                target,
                asset,
                severity,
                confidence,
                radius,
                reversible,
                agreed,
                other,
                level,
                frozen,
                killed);
    }

    Situation with(Severity other, int sure) {
        return new Situation(
                principal,
                kind,
                target,
                asset,
                other,
                sure,
                radius,
                reversible,
                agreed,
                before,
                level,
                frozen,
                killed);
    }

    Situation with(BlastRadius other, boolean undoable) {
        return new Situation(
                principal,
                kind,
                target,
                asset,
                severity,
                confidence,
                other,
                undoable,
                agreed,
                before,
                level,
                frozen,
                killed);
    }

    Situation with(AutonomyLevel other, boolean freeze, boolean stopped) {
        return new Situation(
                principal,
                kind,
                target,
                asset,
                severity,
                confidence,
                radius,
                reversible,
                agreed,
                before,
                other,
                freeze,
                stopped);
    }

    /** The same, were the target none that much depends on. */
    Situation ordinary() {
        return new Situation(
                principal,
                kind,
                target,
                asset.map(known -> new Asset(
                        known.id(),
                        known.scope(),
                        known.type(),
                        known.owner(),
                        Asset.Criticality.LOW,
                        known.exposed())),
                severity,
                confidence,
                radius,
                reversible,
                agreed,
                before,
                level,
                frozen,
                killed);
    }
}
