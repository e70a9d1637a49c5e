package io.acso.core.detection.correlation;

/**
 * Rules that occur in one timespan in the order in which the correlation lists them, each by an event of its own.
 * Events of one time stand in the order of their rules.
 */
public sealed interface InOrder extends Judge permits InOrder.Some, InOrder.Fitting {

    @Override
    default Keeps keeps() {
        return Keeps.RULES;
    }

    /** So many of the rules one after the other, others left out. */
    record Some(int rules, Threshold threshold) implements InOrder {

        @Override
        public boolean rising() {
            return threshold.rising();
        }

        @Override
        public double measure(Window window) {
            int longest = longest(window);
            return threshold.holds(longest) ? longest : NO;
        }

        /** {@code best[r]} is the longest sequence so far that ends with rule {@code r}. */
        private int longest(Window window) {
            int[] best = new int[rules];
            int longest = 0;
            for (int i = 0; i < window.size(); i++) {
                long fitting = window.payload(i);
                for (int rule = rules - 1; rule >= 0; rule--) {
                    if ((fitting >>> rule & 1) == 1) {
                        best[rule] = Math.max(best[rule], 1 + longestBefore(best, rule));
                        longest = Math.max(longest, best[rule]);
                    }
                }
            }
            return longest;
        }

        private static int longestBefore(int[] best, int rule) {
            int longest = 0;
            for (int i = 0; i < rule; i++) {
                longest = Math.max(longest, best[i]);
            }
            return longest;
        }
    }

    /** Rules for which an expression holds, those that must occur being in order. */
    record Fitting(Terms terms) implements InOrder {

        @Override
        public boolean rising() {
            return terms.rising();
        }

        @Override
        public double measure(Window window) {
            long seen = window.rules();
            for (Terms.Term term : terms.alternatives()) {
                if (term.holds(seen) && inOrder(term.present(), window)) {
                    return Long.bitCount(term.present());
                }
            }
            return NO;
        }

        private static boolean inOrder(long wanted, Window window) {
            long left = wanted;
            for (int i = 0; i < window.size() && left != 0; i++) {
                long next = Long.lowestOneBit(left);
                if ((window.payload(i) & next) != 0) {
                    left &= ~next;
                }
            }
            return left == 0;
        }
    }
}
