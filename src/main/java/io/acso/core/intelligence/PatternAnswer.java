package io.acso.core.intelligence;

import java.util.List;

/** Whether observations satisfy a pattern. */
public sealed interface PatternAnswer {

    /**
     * They do.
     *
     * @param observations those that took part, in the order in which they were given; other sets of them may satisfy
     *     it too
     */
    record Matched(List<Observation> observations) implements PatternAnswer {
        public Matched {
            observations = List.copyOf(observations);
        }
    }

    /** They do not. */
    record Unmatched() implements PatternAnswer {}

    /**
     * It cannot be told: they do not as far as they could be compared, but some values are malformed (say a time that
     * is compared with is no timestamp), or the search took too long.
     *
     * @param reasons the first few, with the observation that each is about
     */
    record Undecided(List<String> reasons) implements PatternAnswer {
        public Undecided {
            reasons = List.copyOf(reasons);
        }
    }
}
