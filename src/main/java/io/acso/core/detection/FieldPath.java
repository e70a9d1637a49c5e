package io.acso.core.detection;

import io.acso.core.detection.value.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Finds a field by its name. A dot may be part of a key or lead into an object, the longest key first; a list stands
 * for each of its elements. Names are taken as they are written, upper and lower case included.
 */
final class FieldPath {

    private final String name;
    private final String[][] keys;

    FieldPath(String name) {
        this.name = name;
        String[] steps = name.split("\\.", -1);
        this.keys = new String[steps.length][];
        for (int from = 0; from < steps.length; from++) {
            keys[from] = new String[steps.length - from];
            for (int to = from; to < steps.length; to++) {
                keys[from][to - from] = String.join(".", List.of(steps).subList(from, to + 1));
            }
        }
    }

    String name() {
        return name;
    }

    FieldValue in(EventView event) {
        List<Value> values = new ArrayList<>(1);
        for (JsonNode scope : event.scopes()) {
            if (find(scope, 0, values)) {
                return new FieldValue(true, values);
            }
        }
        JsonNode attribute = event.attribute(name);
        return attribute == null ? FieldValue.ABSENT : new FieldValue(true, List.of(Value.of(attribute)));
    }

    private boolean find(JsonNode node, int from, List<Value> into) {
        if (node.isArray()) {
            boolean found = false;
            for (JsonNode element : node) {
                found |= find(element, from, into);
            }
            return found;
        }
        boolean found = false;
        for (int length = keys[from].length; length > 0; length--) {
            JsonNode child = node.get(keys[from][length - 1]);
            if (child != null) {
                found |= length == keys[from].length ? add(child, into) : find(child, from + length, into);
            }
        }
        return found;
    }

    private static boolean add(JsonNode node, List<Value> into) {
        if (node.isArray()) {
            node.forEach(element -> add(element, into));
        } else {
            JsonNode text = node.get(WindowsRecord.TEXT);
            into.add(Value.of(text == null ? node : text));
        }
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
