package io.acso.core.detection.pipeline;

import io.acso.core.detection.syntax.YamlNode.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is remembered while one rule goes through a pipeline. */
final class Run {

    private final Map<String, List<String>> vars;
    private final Map<String, Scalar> state = new HashMap<>();
    private final Set<String> applied = new HashSet<>();
    private final Map<String, Set<String>> stepsByField = new HashMap<>();
    private final Set<String> mapped = new HashSet<>();
    private int names;

    Run(Map<String, List<String>> vars) {
        this.vars = vars;
    }

    Map<String, List<String>> vars() {
        return vars;
    }

    Map<String, Scalar> state() {
        return state;
    }

    /** The ids of the steps whose conditions the rule met. */
    Set<String> applied() {
        return applied;
    }

    Set<String> stepsOf(String field) {
        return stepsByField.getOrDefault(field, Set.of());
    }

    /** Whether a step has mapped this field, or mapped another to it. */
    boolean isMapped(String field) {
        return mapped.contains(field);
    }

    void mapped(String field, List<String> targets, String step) {
        mapped.add(field);
        mapped.addAll(targets);
        if (targets.equals(List.of(field))) {
            return;
        }
        Set<String> steps = new HashSet<>(stepsOf(field));
        steps.add(step);
        targets.forEach(target ->
                stepsByField.computeIfAbsent(target, none -> new HashSet<>()).addAll(steps));
    }

    /** A name for a search that has none; the same for the same rule and pipeline. */
    String freshName() {
        return "_cond_" + names++;
    }
}
