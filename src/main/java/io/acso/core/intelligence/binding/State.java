package io.acso.core.intelligence.binding;

import java.util.Arrays;

/**
 * How much of a plan is decided.
 *
 * @param chosen by choice, the alternative; -1 while open
 * @param low by moment, the first time that it can be, as an index
 * @param high the last
 * @param candidates by slot, the occurrences that can still serve it
 */
record State(int[] chosen, int[] low, int[] high, int[][] candidates) {

    /** Nothing is decided. */
    static State first(Plan plan, int moments, int[][] candidates) {
        int[] open = new int[plan.choices()];
        Arrays.fill(open, -1);
        int[] latest = new int[plan.moments()];
        Arrays.fill(latest, moments - 1);
        return new State(open, new int[plan.moments()], latest, candidates);
    }

    State with(int[][] narrowed) {
        return new State(chosen, low, high, narrowed);
    }

    State choose(int choice, int alternative) {
        int[] changed = chosen.clone();
        changed[choice] = alternative;
        return new State(changed, low, high, candidates);
    }

    State between(int moment, int from, int to) {
        int[] lowest = low.clone();
        int[] highest = high.clone();
        lowest[moment] = from;
        highest[moment] = to;
        return new State(chosen, lowest, highest, candidates);
    }
}
