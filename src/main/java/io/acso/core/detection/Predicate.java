package io.acso.core.detection;

import io.acso.core.detection.record.FieldValue;
import io.acso.core.detection.value.ValueTest;
import io.acso.domain.finding.MatchedField;
import java.util.Collection;
import java.util.List;

/**
 * One of a field's values passes one of several tests: the smallest question, asked by any number of rules and answered
 * once per event. Most are answered by the search of the field alone.
 *
 * @param index within its program
 * @param search of the field, numbered within the program
 * @param origin as the rule has it
 * @param unsettled the tests that a search cannot decide
 * @param open whether one of them may pass where the search finds nothing
 */
record Predicate(int index, int search, Criterion origin, List<ValueTest> unsettled, boolean open)
        implements Criterion {

    @Override
    public boolean holds(Reading reading) {
        return reading.holds(this);
    }

    @Override
    public void explain(Reading reading, Collection<MatchedField> into) {
        origin.explain(reading, into);
    }

    boolean unsettledHolds(FieldValue value) {
        for (ValueTest test : unsettled) {
            if (value.any(test)) {
                return true;
            }
        }
        return false;
    }
}
