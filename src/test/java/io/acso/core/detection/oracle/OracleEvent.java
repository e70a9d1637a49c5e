package io.acso.core.detection.oracle;

import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event's fields. A name is taken as written, case included. A dot is part of a key or leads into an object, and
 * every such reading that exists counts. A list stands for each of its elements; an object is what its {@code #text} is,
 * or its compact JSON. Of the places where a Windows event may have a field, the first that has it counts.
 */
record OracleEvent(JsonNode root) {

    /** What stands under the name, lists not yet taken apart; empty when the field is absent. */
    private List<JsonNode> found(String name) {
        for (JsonNode scope : scopes()) {
            List<JsonNode> found = new ArrayList<>();
            find(scope, name, found);
            if (!found.isEmpty()) {
                return found;
            }
        }
        JsonNode attribute = attribute(name);
        return attribute == null ? List.of() : List.of(attribute);
    }

    boolean has(String name) {
        return !found(name).isEmpty();
    }

    List<JsonNode> values(String name) {
        List<JsonNode> values = new ArrayList<>();
        found(name).forEach(node -> elements(node, values));
        return values;
    }

    /** Every value that is neither list nor object nor null, wherever it stands. */
    List<JsonNode> leaves() {
        List<JsonNode> leaves = new ArrayList<>();
        leaves(root, leaves);
        return leaves;
    }

    static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private static void leaves(JsonNode node, List<JsonNode> into) {
        if (node.isValueNode() && !node.isNull()) {
            into.add(node);
        }
        node.forEach(child -> leaves(child, into));
    }

    private static void elements(JsonNode node, List<JsonNode> into) {
        if (node.isArray()) {
            node.forEach(element -> elements(element, into));
        } else if (node.has("#text")) {
            elements(node.get("#text"), into);
        } else {
            into.add(node);
        }
    }

    private static void find(JsonNode node, String name, List<JsonNode> into) {
        if (node.isArray()) {
            node.forEach(element -> find(element, name, into));
        }
        if (node.has(name)) {
            into.add(node.get(name));
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            find(node.path(name.substring(0, dot)), name.substring(dot + 1), into);
        }
    }

    private JsonNode event() {
        return root.path("Event").isObject() ? root.path("Event") : root;
    }

    private boolean windows() {
        return event().has("EventData")
                || event().has("UserData")
                || event().has("System")
                || root.path("winlog").isObject();
    }

    private List<JsonNode> scopes() {
        List<JsonNode> scopes = new ArrayList<>(List.of(root));
        if (windows()) {
            scopes.add(event());
            scopes.add(named(event().path("EventData")));
            event().path("UserData").forEach(scopes::add);
            scopes.add(event().path("System"));
            scopes.add(root.path("winlog").path("event_data"));
            scopes.add(root.path("winlog"));
        }
        return scopes.stream()
                .filter(scope -> scope == root || scope.isObject())
                .toList();
    }

    private static JsonNode named(JsonNode eventData) {
        if (!eventData.path("Data").isArray()) {
            return eventData;
        }
        ObjectNode fields = Json.object();
        eventData.forEachEntry(fields::set);
        for (JsonNode data : eventData.path("Data")) {
            JsonNode name = data.path("#attributes").path("Name");
            if (name.isString()) {
                fields.set(name.asString(), data.get("#text"));
            }
        }
        return fields;
    }

    private JsonNode attribute(String name) {
        int underscore = name.indexOf('_');
        if (!windows() || underscore < 1) {
            return null;
        }
        return event().path("System")
                .path(name.substring(0, underscore))
                .path("#attributes")
                .get(name.substring(underscore + 1));
    }
}
