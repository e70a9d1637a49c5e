package io.acso.core.detection.record;

import io.acso.core.detection.value.Value;
import io.acso.core.detection.value.ValueTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event has under a field's name.
 *
 * @param present whether the field is there at all, be it null or an empty list
 * @param values several when the field is a list or lies within one
 */
public record FieldValue(boolean present, List<Value> values) {

    public static final FieldValue ABSENT = new FieldValue(false, List.of());

    /** Whether one of the values passes; an absent field passes what null passes. */
    public boolean any(ValueTest test) {
        if (!present) {
            return test.testNothing();
        }
        return firstPassing(test) != null;
    }

    public @Nullable Value firstPassing(ValueTest test) {
        for (Value value : values) {
            if (value.isNull() ? test.testNothing() : test.test(value)) {
                return value;
            }
        }
        return null;
    }
}
