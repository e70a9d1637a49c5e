package io.acso.core.autonomy;

import io.acso.domain.inventory.Inventory;

/**
 * How much an action can touch.
 *
 * @param count things of the target's type that it touches
 * @param fleet how many of that type the inventory knows in the scope; 0 when it knows none
 * @param basis in words, what was counted
 */
public record BlastRadius(long count, long fleet, String basis) {

    /** What a dry run would touch, of what the inventory knows of that type in that scope. */
    public static BlastRadius of(DryRun dryRun, Inventory inventory) {
        Target target = dryRun.action().target();
        long fleet = inventory.count(target.scope(), target.type());
        return new BlastRadius(
                dryRun.touches(),
                fleet,
                "%d of %d known %s in %s".formatted(dryRun.touches(), fleet, target.type(), target.scope()));
    }

    /** Share of the fleet from 0 to 1; an unknown fleet counts as wholly touched. */
    public double share() {
        return shareAfter(0);
    }

    /** The share together with what was touched before. */
    double shareAfter(long touched) {
        return fleet <= 0 ? 1.0 : Math.min(1.0, (double) (touched + count) / fleet);
    }
}
