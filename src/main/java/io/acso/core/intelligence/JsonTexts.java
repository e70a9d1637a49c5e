package io.acso.core.intelligence;

import io.acso.domain.kernel.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** The texts in a JSON document, read as a stream. */
final class JsonTexts {

    private JsonTexts() {}

    static void read(String json, Matches matches) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            Supplier<String> field = () -> field(parser.streamReadContext());
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    matches.look(field, parser.getString());
                }
            }
        }
    }

    /** The keys that lead here, joined by dots; lists have none. */
    private static String field(TokenStreamContext here) {
        Deque<String> keys = new ArrayDeque<>();
        for (TokenStreamContext at = here; at != null; at = at.getParent()) {
            if (at.inObject() && at.currentName() != null) {
                keys.addFirst(at.currentName());
            }
        }
        return String.join(".", keys);
    }
}
