package io.acso.core.playbook;

import io.acso.core.playbook.Template.Form;
import io.acso.domain.kernel.Json;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The variables that a step sees, its own before the playbook's. What they hold is data: it is never expanded again.
 *
 * @param authored whether the document itself sets a variable, for good
 */
record Bindings(Map<String, Value> own, Map<String, Value> shared, Predicate<String> authored) {

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

    /** The same, with {@code text} as the value of each of those variables. */
    Bindings standingIn(List<String> names, String text) {
        Map<String, Value> filled = new HashMap<>(own);
        names.forEach(name -> filled.put(name, Value.of(text)));
        return new Bindings(filled, shared, authored);
    }

    String text(String template) {
        return text(template, Form.TEXT);
    }

    /** @throws ValueUnfit when a value must not stand there */
    String text(Template template) {
        if (template.form() == Form.BODY) {
            Optional<JsonNode> json = json(template.text());
            if (json.isPresent()) {
                return Json.text(expand(json.get()));
            }
        }
        return text(template.text(), template.form());
    }

    /** A lone reference to a list gives its elements; anything else the text it expands to, nothing when empty. */
    List<String> items(Template template) {
        Matcher lone = REFERENCE.matcher(template.text());
        if (!lone.matches()) {
            return Value.of(text(template)).items();
        }
        return value(lone.group(1)).items().stream()
                .map(item -> inText(lone.group(1), item, template.form()))
                .toList();
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

    private String text(String template, Form form) {
        return REFERENCE
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        inText(found.group(1), value(found.group(1)).inText(), form)));
    }

    private String inText(String name, String value, Form form) {
        return authored.test(name) ? value : Expansion.of(name, value, form);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Json.tree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
