package io.acso.core.playbook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.acso.domain.kernel.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** What a variable holds: text (CACAO writes numbers and truth as text too), a list of texts, or nothing known yet. */
public sealed interface Value {

    Value UNKNOWN = new Unknown();

    record Text(String text) implements Value {}

    record Items(List<String> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Unknown() implements Value {}

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(List<String> items) {
        return new Items(items);
    }

    /** Any JSON: an array becomes a list, null is unknown, an object is kept as its JSON text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Value of(JsonNode json) {
        if (json.isArray()) {
            return new Items(json.valueStream().map(Value::plain).toList());
        }
        return json.isNull() || json.isMissingNode() ? UNKNOWN : new Text(plain(json));
    }

    default boolean known() {
        return !(this instanceof Unknown);
    }

    /** Neither unknown, nor empty text, nor an empty list. */
    default boolean filled() {
        return !items().isEmpty();
    }

    /** The elements of a list, filled text as the only one, else none. */
    default List<String> items() {
        return switch (this) {
            case Items list -> list.items;
            case Text text when !text.text.isEmpty() -> List.of(text.text);
            default -> List.of();
        };
    }

    /** As it stands inside a longer text: a list in its JSON form. */
    default String inText() {
        return switch (this) {
            case Text text -> text.text;
            case Items list -> Json.text(list.items);
            case Unknown nothing -> "";
        };
    }

    /** Characters that it holds. */
    default int size() {
        return switch (this) {
            case Text text -> text.text.length();
            case Items list -> list.items.stream().mapToInt(String::length).sum() + list.items.size();
            case Unknown nothing -> 0;
        };
    }

    @JsonValue
    default JsonNode json() {
        return switch (this) {
            case Text text -> StringNode.valueOf(text.text);
            case Items list ->
                list.items.stream().collect(Json.MAPPER::createArrayNode, ArrayNode::add, ArrayNode::addAll);
            case Unknown nothing -> NullNode.getInstance();
        };
    }

    /** Immutable; a null, which is how JSON writes an unknown value, becomes one. */
    static Map<String, Value> copyOf(Map<String, ? extends @Nullable Value> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        Map<String, Value> copy = new TreeMap<>();
        values.forEach((name, value) -> copy.put(name, value == null ? UNKNOWN : value));
        return Collections.unmodifiableMap(copy);
    }

    private static String plain(JsonNode json) {
        return json.isString() ? json.stringValue() : Json.text(json);
    }
}
