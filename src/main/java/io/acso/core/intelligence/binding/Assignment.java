package io.acso.core.intelligence.binding;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives each slot as many occurrences as it demands, none of them more often than it was observed: a maximum flow, found
 * along shortest paths, so that its cost does not grow with the counts.
 */
final class Assignment {

    private static final int NOBODY = -1;

    private final int[][] candidates;
    private final int[] free;
    private final Steps steps;

    /** By occurrence, the slots that hold it and how often. */
    private final Map<Integer, Map<Integer, Integer>> holders = new HashMap<>();

    private Assignment(int[][] candidates, int[] free, Steps steps) {
        this.candidates = candidates;
        this.free = free;
        this.steps = steps;
    }

    /**
     * @param slots the slots to serve
     * @param candidates by slot, the occurrences that it takes
     * @param numbers by occurrence, how often it was observed
     * @return null when the occurrences do not suffice
     */
    static @Nullable Assignment find(
            List<Integer> slots, int[] demands, int[][] candidates, int[] numbers, Steps steps) {
        steps.take(numbers.length / 8 + slots.size());
        Assignment assignment = new Assignment(candidates, numbers.clone(), steps);
        List<Integer> scarceFirst = slots.stream()
                .sorted(Comparator.comparingInt(slot -> candidates[slot].length))
                .toList();
        for (int slot : scarceFirst) {
            if (!assignment.enough(slot, demands[slot])) {
                return null;
            }
        }
        for (int slot : scarceFirst) {
            int missing = assignment.takeFree(slot, demands[slot]);
            while (missing > 0) {
                int gained = assignment.takeByExchange(slot, missing);
                if (gained == 0) {
                    return null;
                }
                missing -= gained;
            }
        }
        return assignment;
    }

    /** By occurrence, the slots that hold it. */
    Map<Integer, Map<Integer, Integer>> holders() {
        return holders;
    }

    /** Whether a slot could be served if it were alone. */
    private boolean enough(int slot, int demand) {
        steps.take(candidates[slot].length / 8);
        long there = 0;
        for (int i = 0; i < candidates[slot].length && there < demand; i++) {
            there += free[candidates[slot][i]];
        }
        return there >= demand;
    }

    private int takeFree(int slot, int demand) {
        int missing = demand;
        for (int i = 0; i < candidates[slot].length && missing > 0; i++) {
            int occurrence = candidates[slot][i];
            int taken = Math.min(missing, free[occurrence]);
            if (taken > 0) {
                hold(occurrence, slot, taken);
                free[occurrence] -= taken;
                missing -= taken;
            }
            steps.take(1);
        }
        return missing;
    }

    /** Takes what another slot holds, which takes what another holds, and so on to a free one. */
    private int takeByExchange(int slot, int wanted) {
        steps.take(free.length / 8);
        int[] reachedFrom = new int[free.length];
        Arrays.fill(reachedFrom, NOBODY);
        Map<Integer, Integer> reachedBy = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(slot));
        reachedBy.put(slot, NOBODY);
        while (!open.isEmpty()) {
            int taker = open.remove();
            for (int occurrence : candidates[taker]) {
                steps.take(1);
                if (reachedFrom[occurrence] != NOBODY) {
                    continue;
                }
                reachedFrom[occurrence] = taker;
                if (free[occurrence] > 0) {
                    return exchange(occurrence, wanted, reachedFrom, reachedBy);
                }
                for (int holder : holders.getOrDefault(occurrence, Map.of()).keySet()) {
                    if (reachedBy.putIfAbsent(holder, occurrence) == null) {
                        open.add(holder);
                    }
                }
            }
        }
        return 0;
    }

    /** Back along the way: each slot takes the occurrence that it reached and gives up the one it was reached by. */
    private int exchange(int last, int wanted, int[] reachedFrom, Map<Integer, Integer> reachedBy) {
        int units = Math.min(wanted, free[last]);
        for (int slot = reachedFrom[last]; given(slot, reachedBy) != NOBODY; ) {
            int given = given(slot, reachedBy);
            units = Math.min(units, holders.getOrDefault(given, Map.of()).getOrDefault(slot, 0));
            slot = reachedFrom[given];
        }
        free[last] -= units;
        for (int taken = last; taken != NOBODY; ) {
            int slot = reachedFrom[taken];
            hold(taken, slot, units);
            taken = given(slot, reachedBy);
            if (taken != NOBODY) {
                hold(taken, slot, -units);
            }
        }
        return units;
    }

    private static int given(int slot, Map<Integer, Integer> reachedBy) {
        return reachedBy.getOrDefault(slot, NOBODY);
    }

    private void hold(int occurrence, int slot, int units) {
        Map<Integer, Integer> by = holders.computeIfAbsent(occurrence, _ -> new LinkedHashMap<>());
        if (by.merge(slot, units, Integer::sum) == 0) {
            by.remove(slot);
        }
    }
}
