package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.bulk.NoIndicator;
import io.acso.core.intelligence.bulk.Source;
import io.acso.core.intelligence.bulk.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells STIX indicators and MISP attributes among objects, and takes their values. */
final class JsonObjects {

    private static final int MOST_IDENTITIES = 10_000;

    private final FeedIntake intake;
    private final Source source;
    private final Map<String, String> identities = new HashMap<>();

    JsonObjects(FeedIntake intake, Source source) {
        this.intake = intake;
        this.source = source;
    }

    void take(JsonObject object) {
        try {
            if (object.text("pattern") != null && object.says("type", "indicator")) {
                indicator(object, String.valueOf(object.text("pattern")));
            } else if (object.says("type", "identity")) {
                identity(object.text("id"), object.text("name"));
            } else if (object.text("value") != null && object.text("type") != null && isAttribute(object)) {
                attribute(object, String.valueOf(object.text("type")), String.valueOf(object.text("value")));
            }
        } catch (NoIndicator no) {
            intake.refuse(object.line(), String.valueOf(no.getMessage()));
        }
    }

    private static boolean isAttribute(JsonObject object) {
        return object.text("uuid") != null
                || object.text("to_ids") != null
                || object.name().equals("Attribute");
    }

    private void indicator(JsonObject object, String pattern) {
        boolean stix = object.text("pattern_type") == null || object.says("pattern_type", "stix");
        List<TypedValue> values = stix && !object.says("revoked", "true") ? SimplePattern.values(pattern) : List.of();
        if (values.isEmpty()) {
            intake.setAside();
            return;
        }
        Statement statement = statement(object, object.text("id"), object.text("valid_from"));
        values.forEach(value -> intake.take(object.line(), value.form(), value.value(), statement, source(object)));
    }

    private void attribute(JsonObject object, String type, String value) {
        if (object.says("to_ids", "false")) {
            intake.setAside();
            return;
        }
        Statement statement = statement(object, object.text("uuid"), object.text("first_seen"));
        TypedValue.read(type, value)
                .forEach(typed -> intake.take(object.line(), typed.form(), typed.value(), statement, source));
    }

    private static Statement statement(JsonObject object, @Nullable String id, @Nullable String from) {
        return new Statement(
                id,
                Said.time(from),
                Said.time(object.text("valid_until")),
                Said.confidence(object.text("confidence")),
                Said.labels(object.labels()));
    }

    private void identity(@Nullable String id, @Nullable String name) {
        if (id != null && name != null && identities.size() < MOST_IDENTITIES) {
            identities.put(id, name);
        }
    }

    /** Its author's name where the author stands before it, as in most bundles. */
    private Source source(JsonObject object) {
        String author = object.text("created_by_ref");
        return author == null ? source : source.named(identities.getOrDefault(author, author));
    }
}
