package io.acso.agent.casebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One transition of an execution, as its history keeps it; written by the supervisor.
 *
 * @param fact what happened, as {@code core.playbook} names it; null for the beginning, and in records of version 0.1
 * @param entries what came of it, a line each
 */
public record Moment(@Nullable JsonNode fact, List<JsonNode> entries) {

    public Moment {
        entries = List.copyOf(entries);
    }

    /** Records of version 0.1 hold one line and nothing else. */
    static Moment of(JsonNode kept) {
        JsonNode fact = kept.get("fact");
        return kept.has("entries")
                ? new Moment(fact, kept.path("entries").valueStream().toList())
                : new Moment(null, List.of(kept));
    }
}
