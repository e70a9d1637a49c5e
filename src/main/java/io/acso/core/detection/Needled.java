package io.acso.core.detection;

import io.acso.core.detection.value.Needle;
import java.util.ArrayList;
import java.util.List;

/** Numbers what is searched for, in all fields of a program, and remembers for which predicates. */
final class Needled {

    /** Guesses of how much more often than a long text anywhere something else is found in an event. */
    private static final int OF_A_NUMBER = 8;

    private static final int OF_BRIEF_TEXT = 64;
    private static final int OF_SHORT_TEXT = 4;
    private static final int BRIEF = 2;
    private static final int SHORT = 5;

    private final List<List<Integer>> targets = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();

    /** A needle that no predicate has asked for yet. */
    int add(Needle needle) {
        int length = needle.text().length();
        return add(length <= BRIEF ? OF_BRIEF_TEXT : length <= SHORT ? OF_SHORT_TEXT : 1);
    }

    int addNumber() {
        return add(OF_A_NUMBER);
    }

    private int add(int weight) {
        targets.add(new ArrayList<>(1));
        weights.add(weight);
        return targets.size() - 1;
    }

    void target(int needle, int predicate, boolean decides) {
        targets.get(needle).add(predicate * 2 + (decides ? 1 : 0));
    }

    int[][] targets() {
        return targets.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /**
     * By predicate, how likely it is to be hit, guessed: what many rules ask for and what is short is found more often.
     */
    long[] likelihoods(int predicates) {
        long[] likelihoods = new long[predicates];
        for (int needle = 0; needle < targets.size(); needle++) {
            List<Integer> concerned = targets.get(needle);
            for (int target : concerned) {
                likelihoods[target / 2] += (long) weights.get(needle) * concerned.size();
            }
        }
        return likelihoods;
    }
}
