package io.acso.edge.api.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a caller of the API as it was would stumble over in the API as it is: an operation, an answer, a field or a value
 * that is gone, a type that changed, something new that must be given.
 */
final class BreakingChanges {

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges(before, after);
        before.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                changes.operation(path.getKey(), operation.getKey(), operation.getValue())));
        return changes.found;
    }

    private void operation(String path, String method, JsonNode was) {
        String name = method.toUpperCase(Locale.ROOT) + " " + path;
        JsonNode is = after.path("paths").path(path).path(method);
        if (is.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        if (was.has("operationId") && !was.path("operationId").equals(is.path("operationId"))) {
            found.add(name + " is no longer called " + was.path("operationId").asString());
        }
        parameters(name, was.path("parameters"), is.path("parameters"));
        body(name, was.path("requestBody"), is.path("requestBody"));
        was.path("responses").properties().forEach(answer -> {
            JsonNode now = is.path("responses").path(answer.getKey());
            if (now.isMissingNode()) {
                found.add(name + " does not answer " + answer.getKey() + " any more");
            }
            answer.getValue().path("content").properties().forEach(type -> {
                JsonNode content = now.path("content").path(type.getKey());
                if (content.isMissingNode()) {
                    found.add(name + " does not answer with " + type.getKey() + " any more");
                } else {
                    schema(name + " answers", type.getValue().path("schema"), content.path("schema"), false);
                }
            });
        });
    }

    private void parameters(String name, JsonNode was, JsonNode is) {
        for (JsonNode one : was) {
            JsonNode now = find(is, one);
            String place = name + " takes " + one.path("name").asString();
            if (now.isMissingNode()) {
                found.add(place + " no more");
            } else {
                schema(place, one.path("schema"), now.path("schema"), true);
            }
        }
        for (JsonNode one : is) {
            boolean needed = one.path("required").asBoolean(false);
            if (needed && !find(was, one).path("required").asBoolean(false)) {
                found.add(name + " now needs " + one.path("name").asString());
            }
        }
    }

    private static JsonNode find(JsonNode parameters, JsonNode one) {
        return parameters
                .valueStream()
                .filter(other -> other.path("name").equals(one.path("name"))
                        && other.path("in").equals(one.path("in")))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void body(String name, JsonNode was, JsonNode is) {
        if (was.isMissingNode() && is.path("required").asBoolean(false)) {
            found.add(name + " now needs a body");
        }
        was.path("content").properties().forEach(type -> {
            JsonNode now = is.path("content").path(type.getKey());
            if (now.isMissingNode()) {
                found.add(name + " takes no " + type.getKey() + " any more");
            } else {
                schema(name + " takes", type.getValue().path("schema"), now.path("schema"), true);
            }
        });
    }

    /** @param given whether callers give it; else they are given it */
    private void schema(String place, JsonNode rawWas, JsonNode rawIs, boolean given) {
        String pair =
                rawWas.path("$ref").asString("") + ">" + rawIs.path("$ref").asString("") + given;
        if (rawWas.has("$ref") && !compared.add(pair)) {
            return;
        }
        JsonNode was = resolve(before, rawWas);
        JsonNode is = resolve(after, rawIs);
        String here = rawWas.has("$ref") ? rawWas.path("$ref").asString().replaceAll(".*/", "") : place;
        if (was.has("type") && is.has("type") && !was.path("type").equals(is.path("type"))) {
            found.add(here + ": " + was.path("type") + " became " + is.path("type"));
            return;
        }
        values(here, was, is, given);
        required(here, was, is, given);
        was.path("properties").properties().forEach(property -> {
            JsonNode now = is.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                found.add(here + "." + property.getKey() + " is gone");
            } else {
                schema(here + "." + property.getKey(), property.getValue(), now, given);
            }
        });
        if (was.has("items")) {
            schema(here + "[]", was.path("items"), is.path("items"), given);
        }
        if (was.path("additionalProperties").isObject()) {
            schema(here + "{}", was.path("additionalProperties"), is.path("additionalProperties"), given);
        }
    }

    /** A value less may not be given any more; a value more is one that nobody expected. Of answers the latter is growth. */
    private void values(String here, JsonNode was, JsonNode is, boolean given) {
        Set<String> gone = texts(was.path("enum"));
        gone.removeAll(texts(is.path("enum")));
        if (!gone.isEmpty() && (given || is.has("enum"))) {
            found.add(here + " has no " + gone + " any more");
        }
    }

    private void required(String here, JsonNode was, JsonNode is, boolean given) {
        Set<String> earlier = texts(was.path("required"));
        Set<String> now = texts(is.path("required"));
        Set<String> changed = new HashSet<>(given ? now : earlier);
        changed.removeAll(given ? earlier : now);
        if (!changed.isEmpty()) {
            found.add(here + (given ? " now needs " : " may now lack ") + changed);
        }
    }

    private static JsonNode resolve(JsonNode api, JsonNode schema) {
        return schema.has("$ref") ? api.at(schema.path("$ref").asString().substring(1)) : schema;
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(HashSet::new));
    }
}
