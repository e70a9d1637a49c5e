package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.bulk.Source;
import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * JSON as a stream: whatever object is a STIX indicator or a MISP attribute counts, wherever it stands, so bundles,
 * events, search results and lists of them are all read alike. No more is kept than the objects that are open.
 */
final class JsonList {

    private final JsonObjects objects;
    private final Deque<JsonObject> open = new ArrayDeque<>();

    JsonList(FeedIntake intake, Source source) {
        this.objects = new JsonObjects(intake, source);
    }

    void read(InputStream in) throws IOException {
        try (JsonParser parser = Json.MAPPER.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                take(parser, token);
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IOException("line " + line + ": " + e.getOriginalMessage(), e);
        }
    }

    private void take(JsonParser parser, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            long line = parser.currentTokenLocation().getLineNr();
            open.push(new JsonObject(line, name(parser.streamReadContext().getParent())));
        } else if (token == JsonToken.END_OBJECT) {
            JsonObject ended = open.pop();
            if (ended.name().equals("Tag") && !open.isEmpty()) {
                open.getFirst().label(ended.text("name"));
            }
            objects.take(ended);
        } else if (token.isScalarValue() && !open.isEmpty()) {
            TokenStreamContext context = parser.streamReadContext();
            open.getFirst().put(name(context), context.inArray(), parser.getString());
        }
    }

    /** Of a member of an object, or of the list that something is an element of. */
    private static String name(TokenStreamContext context) {
        TokenStreamContext at = context;
        while (at.inArray()) {
            at = at.getParent();
        }
        return at.currentName() == null ? "" : at.currentName();
    }
}
