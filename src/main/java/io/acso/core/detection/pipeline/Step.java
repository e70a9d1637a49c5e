package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Item;

/**
 * One change, and what a rule, an item and a field must be for it.
 *
 * @param id by which later steps can ask whether this one was done
 */
record Step(String id, Test<Draft> rules, Test<Item> items, Test<FieldUse> fields, Transformation transformation) {

    Draft apply(Draft draft, Run run) {
        if (!rules.holds(draft, run)) {
            return draft;
        }
        Draft changed = transformation.apply(draft, new Stage(this, run));
        run.applied().add(id);
        return changed;
    }
}
