package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.syntax.InvalidRule;

/**
 * One change, and what a rule, an item and a field must be for it.
 *
 * @param id by which later steps can ask whether this one was done
 */
record Step(String id, Test<Draft> rules, Test<Item> items, Test<FieldUse> fields, Transformation transformation) {

    /** Of one rule; steps that multiply each other must not fill the memory. */
    private static final int MOST_VALUES = 200_000;

    Draft apply(Draft draft, Run run) {
        if (!rules.holds(draft, run)) {
            return draft;
        }
        Draft changed = transformation.apply(draft, new Stage(this, run));
        run.applied().add(id);
        if (changed.items().mapToLong(item -> item.values().size()).sum() > MOST_VALUES) {
            throw new InvalidRule(
                    draft.document().line(),
                    "the step '" + id + "' makes more than " + MOST_VALUES + " values of this rule: let it do less");
        }
        return changed;
    }
}
