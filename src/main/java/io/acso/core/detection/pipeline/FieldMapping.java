package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.Item;
import io.acso.core.detection.rule.Search;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives fields other names, in items, in references to fields and in the rule's list of fields. */
record FieldMapping(Names names) implements Transformation {

    /** The names in the place of one; null to keep it. Keywords are the field with the empty name. */
    interface Names {
        @Nullable
        List<String> of(String field);
    }

    static FieldMapping byName(Parameters parameters) {
        Map<String, List<String>> mapping = parameters.textsByKey("mapping");
        List<String> keywords = mapping.get("null");
        return new FieldMapping(field -> field.isEmpty() ? keywords : mapping.get(field));
    }

    static FieldMapping byPrefix(Parameters parameters) {
        Map<String, List<String>> mapping = parameters.textsByKey("mapping");
        return new FieldMapping(field -> mapping.entrySet().stream()
                .filter(entry -> !field.isEmpty() && field.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue().stream()
                        .map(prefix -> prefix + field.substring(entry.getKey().length()))
                        .toList())
                .orElse(null));
    }

    static FieldMapping prefixed(Parameters parameters) {
        String prefix = parameters.required("prefix");
        return new FieldMapping(field -> field.isEmpty() ? null : List.of(prefix + field));
    }

    static FieldMapping suffixed(Parameters parameters) {
        String suffix = parameters.required("suffix");
        return new FieldMapping(field -> field.isEmpty() ? null : List.of(field + suffix));
    }

    /** pySigma takes any function of Python's; these are the ones that have names. */
    static FieldMapping spelled(Parameters parameters) {
        String function = parameters.choice("transform_func", "lower", "upper", "snake_case");
        Map<String, List<String>> mapping =
                parameters.node("mapping") == null ? Map.of() : parameters.textsByKey("mapping");
        return new FieldMapping(field -> {
            if (field.isEmpty()) {
                return null;
            }
            return mapping.getOrDefault(field, List.of(spelled(function, field)));
        });
    }

    static String spelled(String function, String text) {
        return switch (function) {
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            default -> text.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public Draft apply(Draft draft, Stage stage) {
        List<String> fields = draft.fields().stream()
                .flatMap(field -> targets(field, stage).stream())
                .toList();
        return stage.change(draft.withFields(fields), item -> mapped(item, stage));
    }

    private List<String> targets(String field, Stage stage) {
        List<String> targets = stage.concerns(field) ? names.of(field) : null;
        if (targets == null) {
            return List.of(field);
        }
        stage.run().mapped(field, targets, stage.step().id());
        return targets;
    }

    private List<? extends Search> mapped(Item item, Stage stage) {
        Item referring = item.refersToFields() ? item.withValues(references(item, stage)) : item;
        List<Item> items = targets(item.field(), stage).stream()
                .map(target -> placed(referring, target))
                .toList();
        if (items.size() < 2) {
            return items;
        }
        return List.of(asksForAbsence(item) ? Search.all(items) : Search.any(items));
    }

    private List<Scalar> references(Item item, Stage stage) {
        return item.values().stream()
                .flatMap(value -> targets(value.text(), stage).stream()
                        .map(target -> new Scalar(value.line(), Kind.TEXT, target)))
                .toList();
    }

    /** A keyword may stand anywhere in a value, and may so in the field that it is bound to. */
    private static Item placed(Item item, String target) {
        boolean bound = item.isKeywords()
                && !target.isEmpty()
                && item.modifiers().plain()
                && !item.modifiers().transformText();
        Item placed = bound ? item.with(item.modifiers().after("contains"), item.values()) : item;
        return placed.withField(target);
    }

    /** What must not be there must be in none of several fields; anything else in one of them. */
    private static boolean asksForAbsence(Item item) {
        Stream<Scalar> values = item.values().stream();
        return item.modifiers().has("neq")
                || (item.modifiers().has("exists")
                        && item.values().getFirst().text().equalsIgnoreCase("false"))
                || values.allMatch(value -> value.kind() == Kind.NULL);
    }
}
