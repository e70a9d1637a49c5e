package io.acso.core.detection.correlation;

import java.util.List;

/** What must be true of a number: every one of the bounds. */
public record Threshold(List<Bound> bounds) {

    /** Sigma's comparisons. */
    public enum Comparison {
        GT,
        GTE,
        LT,
        LTE,
        EQ,
        NEQ
    }

    /** One comparison with a number. */
    public record Bound(Comparison comparison, double value) {

        boolean holds(double number) {
            return switch (comparison) {
                case GT -> number > value;
                case GTE -> number >= value;
                case LT -> number < value;
                case LTE -> number <= value;
                case EQ -> number == value;
                case NEQ -> number != value;
            };
        }

        boolean rising() {
            return comparison == Comparison.GT || comparison == Comparison.GTE;
        }
    }

    public Threshold {
        bounds = List.copyOf(bounds);
    }

    public static Threshold atLeast(int number) {
        return new Threshold(List.of(new Bound(Comparison.GTE, number)));
    }

    boolean holds(double number) {
        for (Bound bound : bounds) {
            if (!bound.holds(number)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a number that fits goes on to fit when it grows. */
    boolean rising() {
        return bounds.stream().allMatch(Bound::rising);
    }

    /** No smaller number can fit; 0 when that is not known. */
    double least() {
        return bounds.stream()
                .filter(bound -> bound.rising() || bound.comparison() == Comparison.EQ)
                .mapToDouble(Bound::value)
                .max()
                .orElse(0);
    }
}
