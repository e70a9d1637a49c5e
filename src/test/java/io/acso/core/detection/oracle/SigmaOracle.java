package io.acso.core.detection.oracle;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;

/**
 * Sigma rules interpreted in the most obvious way, after the text of the specification, as a judge of the compiled
 * rules. It shares nothing with them, remembers nothing, and trusts that a rule is valid.
 *
 * <p>Where the specification leaves it to the platform: fields are found as {@link OracleEvent} says; a number in a
 * rule equals what spells the same number; {@code null} holds where a field is absent or has a null among its values; a
 * keyword may stand in any value, but not in a key; a UTF-16 form is its bytes as characters of the same number.
 */
final class SigmaOracle {

    private final Map<String, List<String>> placeholders;

    SigmaOracle(Map<String, List<String>> placeholders) {
        this.placeholders = placeholders;
    }

    /** A rule file's only document. */
    static Map<?, ?> rule(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setBufferSize(yaml.length() + 2)
                .build();
        return (Map<?, ?>) new Load(settings).loadFromString(yaml);
    }

    boolean matches(Map<?, ?> rule, JsonNode event) {
        OracleEvent fields = new OracleEvent(event);
        Map<String, Object> searches = new LinkedHashMap<>();
        ((Map<?, ?>) rule.get("detection")).forEach((name, search) -> searches.put(name.toString(), search));
        Object condition = searches.remove("condition");
        return list(condition).stream()
                .anyMatch(text -> OracleCondition.holds(
                        text.toString(), searches.keySet(), name -> search(searches.get(name), fields)));
    }

    /** A map's items all hold; of a list one; anything else is a keyword. */
    private boolean search(Object search, OracleEvent event) {
        return switch (search) {
            case Map<?, ?> items ->
                items.entrySet().stream().allMatch(item -> item(item.getKey().toString(), item.getValue(), event));
            case List<?> alternatives -> alternatives.stream().anyMatch(one -> search(one, event));
            default -> item("", search, event);
        };
    }

    private boolean item(String key, Object value, OracleEvent event) {
        List<String> parts = Arrays.asList(key.split("\\|"));
        String field = parts.getFirst();
        List<String> modifiers = parts.subList(1, parts.size());
        Stream<?> values = list(value).stream();
        boolean holds = modifiers.contains("all")
                ? values.allMatch(one -> value(field, modifiers, one, event))
                : values.anyMatch(one -> value(field, modifiers, one, event));
        return modifiers.contains("neq") != holds;
    }

    private boolean value(String field, List<String> modifiers, Object value, OracleEvent event) {
        if (modifiers.contains("exists")) {
            return event.has(field) == Boolean.parseBoolean(value.toString());
        }
        if (value == null) {
            return !event.has(field) || event.values(field).stream().anyMatch(JsonNode::isNull);
        }
        if (modifiers.contains("fieldref")) {
            return texts(event.values(field))
                    .anyMatch(text ->
                            texts(event.values(value.toString())).anyMatch(other -> related(text, other, modifiers)));
        }
        boolean keyword = field.isEmpty();
        List<String> texts =
                texts(keyword ? event.leaves() : event.values(field)).toList();
        List<?> meant = modifiers.contains("expand") ? expand(value.toString()) : List.of(value);
        return meant.stream()
                .map(one -> new OracleValue(one, modifiers, keyword))
                .anyMatch(one -> texts.stream().anyMatch(one::holds));
    }

    private static boolean related(String text, String other, List<String> modifiers) {
        boolean cased = modifiers.contains("cased");
        String left = cased ? text : OracleText.fold(text);
        String right = cased ? other : OracleText.fold(other);
        if (modifiers.contains("contains")) {
            return left.contains(right);
        }
        if (modifiers.contains("startswith")) {
            return left.startsWith(right);
        }
        return modifiers.contains("endswith") ? left.endsWith(right) : left.equals(right);
    }

    /** Every placeholder by each of its values; a percent sign after a backslash is plain. */
    private List<String> expand(String text) {
        int start = text.replace("\\%", "__").indexOf('%');
        int end = text.replace("\\%", "__").indexOf('%', start + 1);
        if (start < 0 || end < 0) {
            return List.of(text.replace("\\%", "%"));
        }
        return placeholders.get(text.substring(start + 1, end)).stream()
                .flatMap(value -> expand(text.substring(end + 1)).stream()
                        .map(rest -> text.substring(0, start).replace("\\%", "%") + value + rest))
                .toList();
    }

    private static Stream<String> texts(List<JsonNode> values) {
        return values.stream().filter(value -> !value.isNull()).map(OracleEvent::text);
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : Collections.singletonList(value);
    }
}
