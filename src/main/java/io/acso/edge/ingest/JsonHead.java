package io.acso.edge.ingest;

import io.acso.domain.kernel.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads of a JSON object only the keys that tell its format: the rest is passed over without building anything. Lists
 * below such keys are taken as empty.
 */
final class JsonHead {

    private final Set<String> keys;

    JsonHead(List<EventFormat> formats) {
        this.keys =
                formats.stream().flatMap(format -> format.telling().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws tools.jackson.core.JacksonException when the bytes are no JSON */
    ObjectNode read(byte[] json) throws UnreadableRecord {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableRecord("a JSON array where an object belongs");
            }
            ObjectNode head = object(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableRecord("something stands behind the object");
            }
            return head;
        }
    }

    private ObjectNode object(JsonParser parser) {
        ObjectNode node = Json.object();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (keys.contains(name)) {
                keep(node, name, value, parser);
            } else {
                parser.skipChildren();
            }
        }
        return node;
    }

    private void keep(ObjectNode node, String name, JsonToken value, JsonParser parser) {
        switch (value) {
            case START_OBJECT -> node.set(name, object(parser));
            case START_ARRAY -> {
                node.putArray(name);
                parser.skipChildren();
            }
            case VALUE_STRING -> node.put(name, parser.getString());
            case VALUE_NUMBER_INT -> node.put(name, parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> node.put(name, parser.getDecimalValue());
            case VALUE_TRUE -> node.put(name, true);
            case VALUE_FALSE -> node.put(name, false);
            default -> node.putNull(name);
        }
    }
}
