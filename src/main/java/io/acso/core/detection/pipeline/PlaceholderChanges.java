package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Placeholders;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts values or wildcards in the place of placeholders. */
final class PlaceholderChanges {

    private PlaceholderChanges() {}

    /** The values of a placeholder in an item; null to leave it for later. */
    private interface Choices {
        @Nullable
        List<String> of(Item item, String name, Stage stage);
    }

    static Transformation wildcards(Parameters parameters) {
        return replacing(
                parameters, (item, name, stage) -> List.of(item.modifiers().has("re") ? ".*" : "*"));
    }

    static Transformation variables(Parameters parameters) {
        return replacing(parameters, (item, name, stage) -> {
            List<String> values = stage.run().vars().get(name);
            if (values == null) {
                throw new InvalidRule(
                        item.line(), "no values for the placeholder %" + name + "%: add it to the pipeline's 'vars'");
            }
            return values;
        });
    }

    private static Transformation replacing(Parameters parameters, Choices choices) {
        List<String> include = parameters.texts("include");
        List<String> exclude = parameters.texts("exclude");
        if (!include.isEmpty() && !exclude.isEmpty()) {
            throw parameters.wrong("takes 'include' or 'exclude', not both");
        }
        Predicate<String> meant = name -> include.isEmpty() ? !exclude.contains(name) : include.contains(name);
        return (draft, stage) -> stage.change(draft, item -> replaced(item, stage, meant, choices));
    }

    private static List<? extends Search> replaced(Item item, Stage stage, Predicate<String> meant, Choices choices) {
        if (!item.modifiers().has("expand")) {
            return List.of(item);
        }
        List<Scalar> values = item.values().stream()
                .flatMap(value -> forms(item, value, stage, meant, choices).stream()
                        .map(form -> new Scalar(value.line(), value.kind(), form)))
                .toList();
        return List.of(item.withValues(values));
    }

    private static List<String> forms(Item item, Scalar value, Stage stage, Predicate<String> meant, Choices choices) {
        try {
            return Placeholders.replaceSome(
                    value.text(), name -> meant.test(name) ? choices.of(item, name, stage) : null);
        } catch (IllegalArgumentException e) {
            throw new InvalidRule(value.line(), String.valueOf(e.getMessage()));
        }
    }
}
