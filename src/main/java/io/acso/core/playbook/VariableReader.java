package io.acso.core.playbook;

import io.acso.domain.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads variable dictionaries. The document writes {@code __name__}, everything else here says {@code name}. */
final class VariableReader {

    private static final String CURE =
            "write two underscores, a letter, letters, digits, - or _, and two underscores, such as __host__";

    private VariableReader() {}

    static Map<String, Variable> variables(Cursor dictionary) {
        Map<String, Variable> variables = new TreeMap<>();
        dictionary.fields().forEach((written, place) -> {
            String name = bare(written, place);
            if (!name.isEmpty() && place.object()) {
                variables.put(name, variable(name, place));
            }
        });
        return variables;
    }

    /** Texts that each name a variable, as in {@code in_args}. */
    static List<String> references(Cursor list) {
        return list.items().stream()
                .map(place -> place.node().isString() ? bare(place.text(), place) : place.text())
                .toList();
    }

    private static String bare(String written, Cursor place) {
        Matcher name = Bindings.NAME.matcher(written);
        if (name.matches()) {
            return name.group(1);
        }
        place.problem("'" + written + "' is no name of a variable: " + CURE);
        return "";
    }

    private static Variable variable(String name, Cursor place) {
        String type = place.at("type").text();
        return new Variable(
                name,
                type,
                place.at("description").textOr(""),
                value(type, place.at("value")),
                place.at("constant").flag(),
                place.at("external").flag());
    }

    private static Value value(String type, Cursor place) {
        if (!place.present() || place.node().isNull()) {
            return Value.UNKNOWN;
        }
        String text = place.text();
        return type.equals("list") && place.node().isString() ? list(text, place) : Value.of(text);
    }

    private static Value list(String text, Cursor place) {
        try {
            JsonNode json = Json.tree(text);
            if (json.isArray()) {
                return Value.of(json);
            }
        } catch (JacksonException e) {
            // falls through to the problem: both mean that this is no list
        }
        place.problem("a list's value is a JSON array written as a text, such as \"[\\\"a\\\",\\\"b\\\"]\"");
        return Value.UNKNOWN;
    }
}
