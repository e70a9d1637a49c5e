package io.acso.core.detection;

import io.acso.domain.finding.MatchedField;
import java.util.Collection;
import java.util.List;

/** Something that holds for an event or not. Criteria that ask the same are equal. */
interface Criterion {

    boolean holds(Reading reading);

    /** Adds the fields that make this hold; called only when it does. */
    void explain(Reading reading, Collection<MatchedField> into);

    record AllOf(List<Criterion> parts) implements Criterion {
        @Override
        public boolean holds(Reading reading) {
            for (Criterion part : parts) {
                if (!part.holds(reading)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void explain(Reading reading, Collection<MatchedField> into) {
            parts.forEach(part -> part.explain(reading, into));
        }
    }

    /** At least so many of the parts; one makes it an alternative. */
    record SomeOf(int atLeast, List<Criterion> parts) implements Criterion {
        @Override
        public boolean holds(Reading reading) {
            int missing = atLeast;
            for (int i = 0; i < parts.size() && missing > 0; i++) {
                if (parts.get(i).holds(reading)) {
                    missing--;
                }
            }
            return missing == 0;
        }

        @Override
        public void explain(Reading reading, Collection<MatchedField> into) {
            parts.stream().filter(part -> part.holds(reading)).forEach(part -> part.explain(reading, into));
        }
    }

    record Not(Criterion part) implements Criterion {
        @Override
        public boolean holds(Reading reading) {
            return !part.holds(reading);
        }

        @Override
        public void explain(Reading reading, Collection<MatchedField> into) {
            // what is absent has no field to show
        }
    }

    static Criterion all(List<Criterion> parts) {
        return parts.size() == 1 ? parts.getFirst() : new AllOf(List.copyOf(parts));
    }

    static Criterion any(List<Criterion> parts) {
        return parts.size() == 1 ? parts.getFirst() : new SomeOf(1, List.copyOf(parts));
    }
}
