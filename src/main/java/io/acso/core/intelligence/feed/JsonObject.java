package io.acso.core.intelligence.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of an object while it is read: the few members that say something here. */
final class JsonObject {

    private static final int LONGEST = 16 * 1024;
    private static final int MOST_LABELS = 64;
    private static final Set<String> KEPT = Set.of(
            "type",
            "id",
            "uuid",
            "name",
            "value",
            "pattern",
            "pattern_type",
            "valid_from",
            "valid_until",
            "first_seen",
            "confidence",
            "created_by_ref",
            "revoked",
            "to_ids");
    private static final Set<String> LABELS = Set.of("labels", "indicator_types");

    private final long line;
    private final String name;
    private final Map<String, String> texts = new HashMap<>();
    private final List<String> labels = new ArrayList<>();

    /** @param name of the member that it is, or that lists it */
    JsonObject(long line, String name) {
        this.line = line;
        this.name = name;
    }

    long line() {
        return line;
    }

    String name() {
        return name;
    }

    void put(String member, boolean listed, String text) {
        if (listed && LABELS.contains(member)) {
            label(text);
        } else if (!listed && KEPT.contains(member)) {
            texts.put(member, text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        }
    }

    void label(@Nullable String label) {
        if (label != null && labels.size() < MOST_LABELS) {
            labels.add(label);
        }
    }

    @Nullable
    String text(String member) {
        return texts.get(member);
    }

    boolean says(String member, String text) {
        return text.equals(texts.get(member));
    }

    List<String> labels() {
        return labels;
    }
}
