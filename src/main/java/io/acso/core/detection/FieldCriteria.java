package io.acso.core.detection;

import io.acso.core.detection.record.FieldValue;
import io.acso.core.detection.value.Fold;
import io.acso.core.detection.value.Value;
import io.acso.core.detection.value.ValueTest;
import io.acso.domain.finding.MatchedField;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The criteria on fields of an event. */
final class FieldCriteria {

    private FieldCriteria() {}

    /** A field passes one of the tests, or all of them. */
    record Passes(Field field, List<ValueTest> tests, boolean all) implements Criterion {
        @Override
        public boolean holds(Reading reading) {
            FieldValue value = reading.field(field);
            for (ValueTest test : tests) {
                if (value.any(test) != all) {
                    return !all;
                }
            }
            return all;
        }

        @Override
        public void explain(Reading reading, Collection<MatchedField> into) {
            for (ValueTest test : tests) {
                Value passing = reading.field(field).firstPassing(test);
                if (passing != null) {
                    into.add(new MatchedField(field.name(), passing.text()));
                }
            }
        }
    }

    /** A field is there or not, whatever its value. */
    record Present(Field field, boolean expected) implements Criterion {
        @Override
        public boolean holds(Reading reading) {
            return reading.field(field).present() == expected;
        }

        @Override
        public void explain(Reading reading, Collection<MatchedField> into) {
            reading.field(field).values().stream()
                    .limit(1)
                    .forEach(value -> into.add(new MatchedField(field.name(), value.text())));
        }
    }

    /** How one field's text stands to another's. */
    enum Relation {
        EQUALS,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH;

        boolean holds(String text, String other) {
            return switch (this) {
                case EQUALS -> text.equals(other);
                case CONTAINS -> text.contains(other);
                case STARTS_WITH -> text.startsWith(other);
                case ENDS_WITH -> text.endsWith(other);
            };
        }
    }

    /** A field's value stands in a relation to another field's; neither may be absent or null. */
    record Related(Field field, Field other, Relation relation, Fold fold) implements Criterion {
        @Override
        public boolean holds(Reading reading) {
            return related(reading) != null;
        }

        private @Nullable Value related(Reading reading) {
            for (Value value : reading.field(field).values()) {
                for (Value against : reading.field(other).values()) {
                    boolean nothing = value.isNull() || against.isNull();
                    if (!nothing && relation.holds(value.text(fold), against.text(fold))) {
                        return value;
                    }
                }
            }
            return null;
        }

        @Override
        public void explain(Reading reading, Collection<MatchedField> into) {
            Value value = related(reading);
            if (value != null) {
                into.add(new MatchedField(field.name(), value.text()));
            }
        }
    }

    /** Some value of the event, wherever it stands, passes one of the tests; or each test is passed by some value. */
    record Anywhere(List<ValueTest> tests, boolean all) implements Criterion {
        @Override
        public boolean holds(Reading reading) {
            for (ValueTest test : tests) {
                if ((passing(reading, test) != null) != all) {
                    return !all;
                }
            }
            return all;
        }

        private static @Nullable Value passing(Reading reading, ValueTest test) {
            for (Value value : reading.everything().values()) {
                if (test.test(value)) {
                    return value;
                }
            }
            return null;
        }

        @Override
        public void explain(Reading reading, Collection<MatchedField> into) {
            for (ValueTest test : tests) {
                Value passing = passing(reading, test);
                if (passing != null) {
                    into.add(new MatchedField("", passing.text()));
                }
            }
        }
    }
}
