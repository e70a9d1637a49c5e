package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.syntax.InvalidRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps that are done to each rule, in their order.
 *
 * @param priority lower ones come first
 * @param vars the values of placeholders
 * @param notes what is of no use here and why
 */
public record ProcessingPipeline(
        String name, int priority, Map<String, List<String>> vars, List<Step> steps, List<String> notes) {

    public ProcessingPipeline {
        vars = Map.copyOf(vars);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** One pipeline of several: by priority, and among equals in the order given. */
    public static ProcessingPipeline joined(List<ProcessingPipeline> pipelines) {
        Map<String, List<String>> vars = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        pipelines.stream()
                .sorted(Comparator.comparingInt(ProcessingPipeline::priority))
                .forEach(pipeline -> {
                    vars.putAll(pipeline.vars());
                    steps.addAll(pipeline.steps());
                });
        return new ProcessingPipeline("", 0, vars, steps, List.of());
    }

    /** @throws InvalidRule when the rule is refused, or cannot be changed as asked */
    public Draft apply(Draft rule) {
        Run run = new Run(vars);
        Draft changed = rule;
        for (Step step : steps) {
            changed = step.apply(changed, run);
        }
        return changed;
    }
}
