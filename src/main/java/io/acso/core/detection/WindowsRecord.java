package io.acso.core.detection;

import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the fields of a Windows event lie when its XML was turned into JSON: below {@code Event.EventData} and
 * {@code Event.System} (evtx tools) or {@code winlog.event_data} (Winlogbeat). Rules name them plainly.
 */
final class WindowsRecord {

    /** The key of an element's text beside its attributes. */
    static final String TEXT = "#text";

    private static final String ATTRIBUTES = "#attributes";

    private WindowsRecord() {}

    /** The objects to search for a field, in this order; the record itself is the first. */
    static List<JsonNode> scopes(JsonNode root) {
        JsonNode event = root.path("Event").isObject() ? root.path("Event") : root;
        JsonNode winlog = root.path("winlog");
        boolean windows = event.has("EventData") || event.has("UserData") || event.has("System") || winlog.isObject();
        if (!windows) {
            return List.of(root);
        }
        List<JsonNode> scopes = new ArrayList<>(List.of(root));
        addObject(scopes, event == root ? null : event);
        addObject(scopes, named(event.path("EventData")));
        event.path("UserData").forEach(data -> addObject(scopes, data));
        addObject(scopes, event.path("System"));
        addObject(scopes, winlog.path("event_data"));
        addObject(scopes, winlog);
        return scopes;
    }

    /** {@code Provider_Name} is the attribute Name of the element Provider in System. */
    static @Nullable JsonNode attribute(JsonNode root, String name) {
        int underscore = name.indexOf('_');
        if (underscore < 1) {
            return null;
        }
        JsonNode event = root.path("Event").isObject() ? root.path("Event") : root;
        return event.path("System")
                .path(name.substring(0, underscore))
                .path(ATTRIBUTES)
                .get(name.substring(underscore + 1));
    }

    private static void addObject(List<JsonNode> scopes, @Nullable JsonNode node) {
        if (node != null && node.isObject()) {
            scopes.add(node);
        }
    }

    /** {@code Data} as a list of named elements becomes fields; other forms stay. */
    private static JsonNode named(JsonNode eventData) {
        JsonNode data = eventData.path("Data");
        if (!data.isArray()) {
            return eventData;
        }
        ObjectNode fields = Json.object();
        eventData.forEachEntry(fields::set);
        for (JsonNode element : data) {
            JsonNode name = element.path(ATTRIBUTES).path("Name");
            if (name.isString()) {
                fields.set(name.asString(), element.path(TEXT).isMissingNode() ? null : element.path(TEXT));
            }
        }
        return fields;
    }
}
