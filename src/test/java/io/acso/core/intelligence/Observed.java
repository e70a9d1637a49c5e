package io.acso.core.intelligence;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Observations for tests, in the form of STIX 2.0; times in seconds after a beginning. */
final class Observed {

    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final List<JsonNode> documents = new ArrayList<>();

    /** One object of type {@code x}, with these properties (JSON without braces), seen once at a time. */
    static Observed at(long second, String properties) {
        return new Observed().and(second, properties);
    }

    static Observed of(String properties) {
        return at(0, properties);
    }

    Observed and(long second, String properties) {
        return and(second, second, 1, properties);
    }

    Observed and(long first, long last, int number, String properties) {
        ObjectNode document = Json.object();
        document.put("type", "observed-data").put("id", "observed-data--" + documents.size());
        document.put("first_observed", BEGINNING.plusSeconds(first).toString());
        document.put("last_observed", BEGINNING.plusSeconds(last).toString());
        document.put("number_observed", number);
        document.putObject("objects").set("0", Json.tree("{\"type\":\"x\"," + properties + "}"));
        documents.add(document);
        return this;
    }

    Observations all() {
        return Observations.of(documents);
    }

    PatternAnswer match(String pattern) {
        return StixPattern.parse(pattern).match(all());
    }

    boolean matches(String pattern) {
        return match(pattern) instanceof PatternAnswer.Matched;
    }

    /** The positions of the observations that took part. */
    List<Integer> matched(String pattern) {
        return match(pattern) instanceof PatternAnswer.Matched matched
                ? matched.observations().stream().map(Observation::position).toList()
                : List.of();
    }
}
