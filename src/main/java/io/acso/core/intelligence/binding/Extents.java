package io.acso.core.intelligence.binding;

import java.util.Arrays;
import java.util.List;

/** Looks whether the occurrences of an assignment keep orders and spans of time among themselves. */
final class Extents {

    private static final Extent NOTHING = new Extent(Long.MIN_VALUE, Long.MAX_VALUE);

    private final State state;
    private final Extent[] slots;
    private int broken = -1;

    /**
     * What some occurrences take together.
     *
     * @param latestFirst from when on all of them can have been
     * @param earliestLast until when
     */
    private record Extent(long latestFirst, long earliestLast) {
        Extent and(Extent other) {
            return new Extent(Math.max(latestFirst, other.latestFirst), Math.min(earliestLast, other.earliestLast));
        }
    }

    private Extents(State state, Extent[] slots) {
        this.state = state;
        this.slots = slots;
    }

    /** A moment that is not kept, or -1. */
    static int broken(Need need, State state, Assignment assignment, Occurrence[] occurrences) {
        Extent[] slots = new Extent[state.candidates().length];
        Arrays.fill(slots, NOTHING);
        assignment.holders().forEach((occurrence, holders) -> {
            Extent extent = new Extent(occurrences[occurrence].first(), occurrences[occurrence].last());
            holders.keySet().forEach(slot -> slots[slot] = slots[slot].and(extent));
        });
        Extents extents = new Extents(state, slots);
        extents.of(need);
        return extents.broken;
    }

    private Extent of(Need need) {
        return switch (need) {
            case Need.Slot slot -> slots[slot.id()];
            case Need.All all -> of(all.parts());
            case Need.Any any -> of(any.parts().get(state.chosen()[any.id()]));
            case Need.Ordered ordered -> {
                Extent left = of(ordered.left());
                Extent right = of(ordered.right());
                check(ordered.id(), left.latestFirst() <= right.earliestLast());
                yield left.and(right);
            }
            case Need.Within within -> {
                Extent part = of(within.part());
                check(within.id(), part.latestFirst() - within.micros() <= part.earliestLast());
                yield part;
            }
        };
    }

    private Extent of(List<Need> parts) {
        return parts.stream().map(this::of).reduce(NOTHING, Extent::and);
    }

    private void check(int moment, boolean kept) {
        if (!kept && broken < 0) {
            broken = moment;
        }
    }
}
