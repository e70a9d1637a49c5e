package io.acso.core.detection.correlation;

/** Rules that occur in one timespan, in whatever order. */
public sealed interface Together extends Judge permits Together.Some, Together.Fitting {

    @Override
    default Keeps keeps() {
        return Keeps.RULES;
    }

    /** So many different rules. */
    record Some(Threshold threshold) implements Together {

        @Override
        public boolean rising() {
            return threshold.rising();
        }

        @Override
        public double measure(Window window) {
            int rules = Long.bitCount(window.rules());
            return threshold.holds(rules) ? rules : NO;
        }
    }

    /** Rules for which an expression holds. */
    record Fitting(Terms terms) implements Together {

        @Override
        public boolean rising() {
            return terms.rising();
        }

        @Override
        public double measure(Window window) {
            long seen = window.rules();
            boolean holds = terms.alternatives().stream().anyMatch(term -> term.holds(seen));
            return holds ? Long.bitCount(seen) : NO;
        }
    }
}
