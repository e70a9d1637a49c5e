package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The variables that a step sees, its own before the playbook's. What they hold is data: it is never expanded again. */
record Bindings(Map<String, Value> own, Map<String, Value> shared) {

    static final Pattern NAME = Pattern.compile("__([a-zA-Z_][a-zA-Z0-9_-]{0,199})__");
    static final Pattern REFERENCE = Pattern.compile(NAME.pattern() + ":value");

    static Set<String> references(String text) {
        Set<String> names = new LinkedHashSet<>();
        REFERENCE.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
        return names;
    }

    static Set<String> references(JsonNode json) {
        Set<String> names = new LinkedHashSet<>(json.isString() ? references(json.stringValue()) : Set.of());
        json.values().forEach(child -> names.addAll(references(child)));
        return names;
    }

    Value value(String name) {
        Value mine = own.get(name);
        return mine != null ? mine : shared.getOrDefault(name, Value.UNKNOWN);
    }

    String text(String template) {
        return REFERENCE.matcher(template).replaceAll(found -> Matcher.quoteReplacement(inText(found)));
    }

    /** A lone reference to a list gives its elements; anything else the text it expands to, nothing when empty. */
    List<String> items(String template) {
        Matcher lone = REFERENCE.matcher(template);
        return lone.matches()
                ? value(lone.group(1)).items()
                : Value.of(text(template)).items();
    }

    Map<String, String> texts(Map<String, String> templates) {
        Map<String, String> expanded = new TreeMap<>();
        templates.forEach((name, template) -> expanded.put(name, text(template)));
        return expanded;
    }

    /** A copy in which each text is expanded; a lone reference becomes the variable's own JSON, so a list stays one. */
    ObjectNode json(ObjectNode template) {
        return (ObjectNode) expand(template);
    }

    private JsonNode expand(JsonNode json) {
        if (json.isString()) {
            Matcher lone = REFERENCE.matcher(json.stringValue());
            return lone.matches()
                    ? value(lone.group(1)).json()
                    : Value.of(text(json.stringValue())).json();
        }
        return descend(json, this::expand);
    }

    private static JsonNode descend(JsonNode json, UnaryOperator<JsonNode> change) {
        return switch (json) {
            case ObjectNode object -> {
                ObjectNode copy = Json.object();
                object.properties().forEach(field -> copy.set(field.getKey(), change.apply(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = Json.MAPPER.createArrayNode();
                array.values().forEach(child -> copy.add(change.apply(child)));
                yield copy;
            }
            default -> json;
        };
    }

    private String inText(MatchResult found) {
        return value(found.group(1)).inText();
    }
}
