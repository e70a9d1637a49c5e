package io.acso.edge.api.rest;

import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes values of a schema, and now and then some that are not: the same ones for the same seed. */
final class FuzzValues {

    private static final int DEEPEST = 6;
    private static final List<String> ODD = List.of(
            "",
            " ",
            "null",
            "-1",
            "99999999999999999999",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%00%0a",
            "\u0000\u0007",
            "\ud83d\ude00\u202e",
            "{{7*7}}${7*7}",
            "person:alice",
            "x".repeat(300),
            "y".repeat(20_000));

    private final JsonNode api;
    private final Random random;
    private final List<String> known;

    /** @param known ids that exist, so that not every request ends at the first look */
    FuzzValues(JsonNode api, Random random, List<String> known) {
        this.api = api;
        this.random = random;
        this.known = List.copyOf(known);
    }

    boolean once(int outOf) {
        return random.nextInt(outOf) == 0;
    }

    String text() {
        return once(2) && !known.isEmpty() ? one(known) : one(ODD);
    }

    /** A parameter's value, as it stands in an address before it is encoded. */
    String parameter(JsonNode schema) {
        if (once(5)) {
            return one(ODD);
        }
        JsonNode value = value(schema.has("items") ? schema.path("items") : schema, 0);
        return value.isContainer() ? value.toString() : value.asString("");
    }

    /** A body of that shape, or nearly. */
    JsonNode value(JsonNode raw, int depth) {
        JsonNode schema = raw.has("$ref") ? api.at(raw.path("$ref").asString().substring(1)) : raw;
        if (once(12)) {
            return wrong();
        }
        if (schema.has("oneOf")) {
            return value(schema.path("oneOf").path(random.nextInt(schema.path("oneOf").size())), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> Json.MAPPER.valueToTree(once(3) ? random.nextLong() : random.nextInt(-3, 60));
            case "number" -> Json.MAPPER.valueToTree(random.nextDouble());
            case "boolean" -> Json.MAPPER.valueToTree(random.nextBoolean());
            case "string" -> Json.MAPPER.valueToTree(string(schema.path("format").asString("")));
            default -> wrong();
        };
    }

    private String string(String format) {
        boolean time = format.equals("date-time") && !once(6);
        return time ? "20" + random.nextInt(10, 99) + "-0" + random.nextInt(1, 9) + "-11T10:00:00Z" : text();
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").properties().forEach(property -> {
            boolean needed = required.contains(property.getKey());
            if (depth < DEEPEST && (needed ? !once(15) : once(2))) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        });
        if (once(10)) {
            object.put("unheard", "of");
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        int size = once(20) ? 1_200 : random.nextInt(4);
        for (int i = 0; i < size && depth < DEEPEST; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode wrong() {
        List<JsonNode> some = new ArrayList<>();
        some.add(Json.MAPPER.nullNode());
        some.add(Json.MAPPER.valueToTree(one(ODD)));
        some.add(Json.MAPPER.valueToTree(Long.MIN_VALUE));
        some.add(Json.MAPPER.valueToTree(List.of(List.of())));
        some.add(Json.object().put("a", 1e300));
        return one(some);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
