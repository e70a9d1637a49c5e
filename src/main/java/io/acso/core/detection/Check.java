package io.acso.core.detection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A rule's criterion arranged to be evaluated: what is cheap and seldom holds comes first. */
sealed interface Check {

    boolean holds(Reading reading);

    /** How late among its siblings it is best evaluated. */
    long price();

    record Leaf(Predicate predicate, long price) implements Check {
        @Override
        public boolean holds(Reading reading) {
            return reading.holds(predicate);
        }
    }

    /** All of the parts. */
    record Every(Check[] parts, long price) implements Check {
        @Override
        public boolean holds(Reading reading) {
            for (Check part : parts) {
                if (!part.holds(reading)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least so many of the parts. */
    record Several(int atLeast, Check[] parts, long price) implements Check {
        @Override
        public boolean holds(Reading reading) {
            int missing = atLeast;
            for (Check part : parts) {
                if (part.holds(reading) && --missing == 0) {
                    return true;
                }
            }
            return missing == 0;
        }
    }

    record Denied(Check part, long price) implements Check {
        @Override
        public boolean holds(Reading reading) {
            return !part.holds(reading);
        }
    }

    /** What is not answered by searches. */
    record Other(Criterion criterion, long price) implements Check {
        @Override
        public boolean holds(Reading reading) {
            return criterion.holds(reading);
        }
    }

    /** A predicate that must look at the value. */
    long OPEN = 1L << 40;

    /** What a rule excludes is seldom there. */
    long EXCLUSION = 1L << 20;

    /** @param likelihoods by predicate, that a search hits it */
    static Check of(Criterion criterion, long[] likelihoods) {
        return switch (criterion) {
            case Predicate predicate -> new Leaf(predicate, predicate.open() ? OPEN : likelihoods[predicate.index()]);
            case Criterion.AllOf all -> {
                Check[] parts = parts(all.parts(), likelihoods);
                yield new Every(parts, parts[0].price());
            }
            case Criterion.SomeOf some -> {
                Check[] parts = parts(some.parts(), likelihoods);
                yield new Several(some.atLeast(), parts, parts[parts.length - 1].price());
            }
            case Criterion.Not not -> {
                Check part = of(not.part(), likelihoods);
                yield new Denied(part, part.price() + EXCLUSION);
            }
            default -> new Other(criterion, OPEN);
        };
    }

    private static Check[] parts(List<Criterion> parts, long[] likelihoods) {
        Check[] checks = parts.stream().map(part -> of(part, likelihoods)).toArray(Check[]::new);
        Arrays.sort(checks, Comparator.comparingLong(Check::price));
        return checks;
    }
}
