package io.acso.core.detection;

import io.acso.core.detection.record.FieldValue;
import io.acso.core.detection.scan.Hits;
import io.acso.core.detection.scan.NetworkIndex;
import io.acso.core.detection.scan.NumberIndex;
import io.acso.core.detection.scan.TextIndex;
import io.acso.core.detection.value.Value;
import java.util.List;

/**
 * All that the rules of a program search for in one field, found at once.
 *
 * @param slot of the field, or {@link #EVERYTHING}
 * @param eager whether it is made for every event, because rules are woken by what it finds
 */
record FieldSearch(int slot, List<TextIndex> texts, NumberIndex numbers, NetworkIndex networks, boolean eager) {

    /** All values of the event. */
    static final int EVERYTHING = -1;

    void run(FieldValue field, Hits hits) {
        List<Value> values = field.values();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            if (!value.isNull()) {
                run(value, hits);
            }
        }
    }

    private void run(Value value, Hits hits) {
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).find(value.text(), hits);
        }
        if (!numbers.isEmpty()) {
            numbers.find(value.number(), hits);
        }
        byte[] address = networks.isEmpty() ? null : value.address();
        if (address != null) {
            networks.find(address, hits);
        }
    }
}
