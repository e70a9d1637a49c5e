package io.acso.core.intelligence.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves to each slot the occurrences that the spans of the moments allow. */
final class Narrowing {

    private final State state;
    private final Occurrence[] occurrences;
    private final long[] moments;
    private final Steps steps;
    private final int[][] candidates;
    private final List<Integer> slots = new ArrayList<>();
    private Need.@Nullable Any open;

    private Narrowing(State state, Occurrence[] occurrences, long[] moments, Steps steps) {
        this.state = state;
        this.occurrences = occurrences;
        this.moments = moments;
        this.steps = steps;
        this.candidates = state.candidates().clone();
    }

    static Narrowing of(Need need, State state, Occurrence[] occurrences, long[] moments, Steps steps) {
        steps.take(state.chosen().length + state.low().length + state.candidates().length);
        Narrowing narrowing = new Narrowing(state, occurrences, moments, steps);
        narrowing.narrow(need, Long.MIN_VALUE, Long.MAX_VALUE);
        return narrowing;
    }

    /** The slots that have to be served, whatever is chosen where a choice is open. */
    List<Integer> slots() {
        return slots;
    }

    int[][] candidates() {
        return candidates;
    }

    /** A choice that has to be made. */
    Need.@Nullable Any open() {
        return open;
    }

    /** To occurrences that can be at the first time or after it, and at the last time or before it. */
    private void narrow(Need need, long first, long last) {
        switch (need) {
            case Need.Slot slot -> {
                slots.add(slot.id());
                candidates[slot.id()] = between(candidates[slot.id()], first, last);
            }
            case Need.All all -> all.parts().forEach(part -> narrow(part, first, last));
            case Need.Any any -> {
                int chosen = state.chosen()[any.id()];
                if (chosen >= 0) {
                    narrow(any.parts().get(chosen), first, last);
                } else if (open == null) {
                    open = any;
                }
            }
            case Need.Ordered ordered -> {
                narrow(ordered.left(), first, Math.min(last, moments[state.high()[ordered.id()]]));
                narrow(ordered.right(), Math.max(first, moments[state.low()[ordered.id()]]), last);
            }
            case Need.Within within -> {
                long begin = moments[state.low()[within.id()]];
                long end = moments[state.high()[within.id()]] + within.micros();
                narrow(within.part(), Math.max(first, begin), Math.min(last, end));
            }
        }
    }

    private int[] between(int[] all, long first, long last) {
        steps.take(all.length + 1);
        return Arrays.stream(all)
                .filter(candidate -> occurrences[candidate].last() >= first && occurrences[candidate].first() <= last)
                .toArray();
    }
}
