package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Search;
import java.util.List;
import java.util.function.Function;

/** A step at work on one rule. */
record Stage(Step step, Run run) {

    boolean concerns(Item item) {
        return step.items().holds(item, run) && step.fields().holds(new FieldUse.InItem(item), run);
    }

    boolean concerns(String field) {
        return step.fields().holds(new FieldUse.Alone(field), run);
    }

    /** Changes the items that the step is for, and marks what came out different. */
    Draft change(Draft draft, Function<Item, List<? extends Search>> change) {
        return draft.mapItems(item -> concerns(item) ? marked(item, change.apply(item)) : List.of(item));
    }

    private List<? extends Search> marked(Item before, List<? extends Search> after) {
        if (after.equals(List.of(before))) {
            return after;
        }
        return after.stream()
                .map(search -> search.map(item -> List.of(item.markedBy(step.id()))))
                .toList();
    }
}
