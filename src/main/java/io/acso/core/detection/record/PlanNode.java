package io.acso.core.detection.record;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a record that the name of a wanted field leads to or through. */
final class PlanNode {

    static final int NO_FIELD = -1;

    private final Map<String, PlanNode> children = new HashMap<>();
    private int field = NO_FIELD;
    private @Nullable PlanNode alone;

    void add(String key, PlanNode child) {
        children.put(key, child);
    }

    void field(int index) {
        field = index;
        alone = new PlanNode();
        alone.field = index;
    }

    /** The wanted field that is here, with nothing below it. */
    PlanNode alone() {
        return alone == null ? this : alone;
    }

    /** The wanted field that is here, or {@link #NO_FIELD}. */
    int field() {
        return field;
    }

    @Nullable
    PlanNode child(String key) {
        return children.get(key);
    }
}
