package io.acso.core.detection;

import io.acso.core.detection.value.Value;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A raw event as rules see it, parsed once. A field's name is taken as written, upper and lower case included; dots
 * may be part of a key or lead into objects; of a list, any element counts; a field that is an object has its compact
 * JSON as value. The fields of Windows events are found below {@code Event.EventData} and {@code Event.System}.
 *
 * <p>For one thread at a time.
 */
public final class EventView {

    private final LogSource logSource;
    private final JsonNode root;
    private final List<JsonNode> scopes;

    private EventView(LogSource logSource, JsonNode root) {
        this.logSource = logSource;
        this.root = root;
        this.scopes = WindowsRecord.scopes(root);
    }

    /** @throws JacksonException when the text is not JSON, or nested deeper than {@link Json#MAX_DEPTH} */
    public static EventView of(LogSource logSource, String json) {
        return new EventView(logSource, Json.MAPPER.readTree(json));
    }

    /** @throws JacksonException when the bytes are not JSON in UTF-8, or nested deeper than {@link Json#MAX_DEPTH} */
    public static EventView of(LogSource logSource, byte[] json) {
        return new EventView(logSource, Json.MAPPER.readTree(json));
    }

    public static EventView of(LogSource logSource, JsonNode parsed) {
        return new EventView(logSource, parsed);
    }

    public LogSource logSource() {
        return logSource;
    }

    /** The texts that the event has under a field's name; empty where it has none. */
    public List<String> values(String field) {
        return new FieldPath(field)
                .in(this).values().stream()
                        .filter(value -> !value.isNull())
                        .map(Value::text)
                        .toList();
    }

    List<JsonNode> scopes() {
        return scopes;
    }

    @Nullable
    JsonNode attribute(String name) {
        return scopes.size() == 1 ? null : WindowsRecord.attribute(root, name);
    }

    List<Value> everything() {
        List<Value> values = new ArrayList<>();
        collect(root, values);
        return values;
    }

    private static void collect(JsonNode node, List<Value> into) {
        if (node.isContainer()) {
            node.forEach(child -> collect(child, into));
        } else if (!node.isNull() && !node.isMissingNode()) {
            into.add(Value.of(node));
        }
    }
}
