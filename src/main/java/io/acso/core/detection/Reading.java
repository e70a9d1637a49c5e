package io.acso.core.detection;

import io.acso.core.detection.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event being read by one rule set: fields and answers are found once. */
final class Reading {

    private static final byte YES = 1;
    private static final byte NO = 2;

    private final EventView event;
    private final @Nullable FieldValue[] fields;
    private final byte[] answers;
    private @Nullable List<Value> everything;

    Reading(EventView event, int fields, int criteria) {
        this.event = event;
        this.fields = new FieldValue[fields];
        this.answers = new byte[criteria];
    }

    FieldValue field(Field field) {
        FieldValue known = fields[field.index()];
        if (known == null) {
            known = field.path().in(event);
            fields[field.index()] = known;
        }
        return known;
    }

    boolean answer(int index, Criterion criterion) {
        byte known = answers[index];
        if (known == 0) {
            known = criterion.holds(this) ? YES : NO;
            answers[index] = known;
        }
        return known == YES;
    }

    /** Every value of the event, wherever it stands. */
    List<Value> everything() {
        List<Value> known = everything;
        if (known == null) {
            known = event.everything();
            everything = known;
        }
        return known;
    }
}
