package io.acso.edge.ingest;

import io.acso.domain.kernel.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads of a JSON object only the keys that tell its format: the rest is passed over without building anything. Lists
 * below such keys are taken as empty.
 */
final class JsonHead {

    private final List<EventFormat> formats;
    private final Set<String> keys;

    JsonHead(List<EventFormat> formats) {
        this.formats = formats;
        this.keys =
                formats.stream().flatMap(format -> format.telling().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads no further than the first format needs that is told by what came so far: what is behind may be anything.
     *
     * @throws tools.jackson.core.JacksonException when what was read is no JSON
     */
    ObjectNode glance(byte[] json) throws UnreadableRecord {
        return read(json, true);
    }

    /** @throws tools.jackson.core.JacksonException when the bytes are no JSON */
    ObjectNode read(byte[] json) throws UnreadableRecord {
        return read(json, false);
    }

    private ObjectNode read(byte[] json, boolean untilTold) throws UnreadableRecord {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableRecord("a JSON array where an object belongs");
            }
            ObjectNode head = Json.object();
            if (!fill(head, parser, untilTold ? head : null) && parser.nextToken() != null) {
                throw new UnreadableRecord("more than one JSON value");
            }
            return head;
        }
    }

    /**
     * @param untold the whole head when reading may end as soon as a format is told; else null
     * @return whether it ended so
     */
    private boolean fill(ObjectNode node, JsonParser parser, @Nullable ObjectNode untold) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (!keys.contains(name)) {
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT) {
                ObjectNode inner = node.putObject(name);
                if (fill(inner, parser, untold)) {
                    return true;
                }
            } else {
                keep(node, name, value, parser);
            }
            if (untold != null && keys.contains(name) && told(untold)) {
                return true;
            }
        }
        return false;
    }

    private boolean told(ObjectNode head) {
        for (EventFormat format : formats) {
            if (format.told(head)) {
                return true;
            }
        }
        return false;
    }

    private void keep(ObjectNode node, String name, JsonToken value, JsonParser parser) {
        switch (value) {
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
