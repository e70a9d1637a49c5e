package io.acso.core.detection.record;

import io.acso.core.detection.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk is in the plan: one of several nodes at once, since a field may be looked for in several regions.
 *
 * @param rank of the region from which the node was reached
 */
record Spot(PlanNode node, int rank, @Nullable Spot next) {

    /** Where a key leads from all of them. */
    static @Nullable Spot below(@Nullable Spot spots, String key) {
        Spot below = null;
        for (Spot spot = spots; spot != null; spot = spot.next) {
            PlanNode child = spot.node.child(key);
            if (child != null) {
                below = new Spot(child, spot.rank, below);
            }
        }
        return below;
    }

    static boolean wanted(@Nullable Spot spots) {
        for (Spot spot = spots; spot != null; spot = spot.next) {
            if (spot.node.field() != PlanNode.NO_FIELD) {
                return true;
            }
        }
        return false;
    }

    static void touch(@Nullable Spot spots, FieldValues into) {
        for (Spot spot = spots; spot != null; spot = spot.next) {
            if (spot.node.field() != PlanNode.NO_FIELD) {
                into.touch(spot.node.field(), spot.rank);
            }
        }
    }

    static void add(@Nullable Spot spots, Value value, FieldValues into) {
        for (Spot spot = spots; spot != null; spot = spot.next) {
            if (spot.node.field() != PlanNode.NO_FIELD) {
                into.add(spot.node.field(), spot.rank, value);
            }
        }
    }
}
