package io.acso.core.detection;

import java.util.List;
import java.util.Map;

/**
 * All that a rule set is made of.
 *
 * @param files path to YAML: rules, filters and collections, one document or more each
 * @param placeholders values for {@code expand}, by name without the percent signs; variables of pipelines add to them
 * @param pipelines applied to every rule, by their priority and then in this order
 * @param forms applied to the rules that {@code pipelines} left at their log source. Each makes a second form of a rule
 *     for the log source that it changes the rule to, and the events there meet this form alone
 */
public record RuleSources(
        Map<String, String> files,
        Map<String, List<String>> placeholders,
        List<Pipeline> pipelines,
        List<Pipeline> forms) {

    public RuleSources {
        placeholders = Map.copyOf(placeholders);
        pipelines = List.copyOf(pipelines);
        forms = List.copyOf(forms);
    }

    /** With the shipped {@linkplain Pipeline#forms() forms} and nothing else. */
    public static RuleSources of(Map<String, String> files) {
        return new RuleSources(files, Map.of(), List.of(), Pipeline.forms());
    }

    public RuleSources withPlaceholders(Map<String, List<String>> others) {
        return new RuleSources(files, others, pipelines, forms);
    }

    public RuleSources withPipelines(List<Pipeline> others) {
        return new RuleSources(files, placeholders, others, forms);
    }

    public RuleSources withForms(List<Pipeline> others) {
        return new RuleSources(files, placeholders, pipelines, others);
    }
}
