package io.acso.core.detection.record;

import io.acso.core.detection.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wanted fields of one record. */
public final class FieldValues {

    private final @Nullable FieldValue[] found;
    private final byte[] ranks;
    private final List<Value> everything = new ArrayList<>(0);

    FieldValues(int fields) {
        this.found = new FieldValue[fields];
        this.ranks = new byte[fields];
    }

    /** @param index as the plan has it */
    public FieldValue field(int index) {
        FieldValue value = found[index];
        return value == null ? FieldValue.ABSENT : value;
    }

    /** Every value of the record, wherever it stands, but null; empty unless the plan wants it. */
    public FieldValue everything() {
        return new FieldValue(true, everything);
    }

    /** The field is there; a smaller rank replaces what was found at a greater one. */
    void touch(int index, int rank) {
        FieldValue known = found[index];
        if (known == null || rank < ranks[index]) {
            found[index] = new FieldValue(true, new ArrayList<>(1));
            ranks[index] = (byte) rank;
        }
    }

    void add(int index, int rank, Value value) {
        touch(index, rank);
        FieldValue known = field(index);
        if (rank == ranks[index]) {
            known.values().add(value);
        }
    }

    void add(Value value) {
        everything.add(value);
    }
}
