package io.acso.edge.api.document;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One example of each type, from {@code openapi/examples.json}: the type's name to its JSON. */
record Examples(Map<String, JsonNode> byType) {

    static final String RESOURCE = "/openapi/examples.json";

    Examples {
        byType = Map.copyOf(byType);
    }

    static Examples load() {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Map<String, JsonNode> all = new TreeMap<>();
            Json.MAPPER.readTree(in).properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
            return new Examples(all);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    Optional<JsonNode> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
