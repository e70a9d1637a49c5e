package io.acso.core.detection;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What events call the fields that correlations ask of a rule, when pipelines have renamed them.
 *
 * @param forms of the rule
 * @param names for a field as the rule has it, its names in each form
 */
record FieldNames(List<Scope> forms, SortedMap<String, List<List<String>>> names) {

    static FieldNames of(List<CompiledRule> rule) {
        return new FieldNames(rule.stream().map(CompiledRule::scope).toList(), new TreeMap<>());
    }

    void add(String field, List<List<String>> inEachForm) {
        if (!inEachForm.stream().allMatch(List.of(field)::equals)) {
            names.put(field, inEachForm);
        }
    }

    /** Those of the first name that the event has. */
    List<String> values(EventView event, String field) {
        List<List<String>> known = names.get(field);
        for (int form = 0; known != null && form < forms.size(); form++) {
            if (forms.get(form).covers(event.logSource())) {
                return known.get(form).stream()
                        .map(event::values)
                        .filter(values -> !values.isEmpty())
                        .findFirst()
                        .orElse(List.of());
            }
        }
        return event.values(field);
    }
}
