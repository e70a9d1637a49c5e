package io.acso.core.intelligence;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cyber-observable objects that were seen together once, or several times: STIX's observed-data. */
public final class Observation {

    private final @Nullable String id;
    private final int position;
    private final Instant first;
    private final Instant last;
    private final int number;
    private final Map<String, JsonNode> objects;

    private Observation(
            @Nullable String id, int position, Instant first, Instant last, int number, Map<String, JsonNode> objects) {
        this.id = id;
        this.position = position;
        this.first = first;
        this.last = last;
        this.number = number;
        this.objects = objects;
    }

    /**
     * @param position its place among the observations, from 0
     * @param objects by the names that references use
     */
    static Observation of(ObjectNode document, int position, Map<String, JsonNode> objects) {
        Fields fields = new Fields(document, position);
        Instant first = fields.time("first_observed");
        Instant last = fields.time("last_observed");
        if (last.isBefore(first)) {
            throw fields.invalid("last_observed is before first_observed");
        }
        return new Observation(fields.id(), position, first, last, fields.count("number_observed"), objects);
    }

    /** Its STIX identifier, if it has one. */
    public @Nullable String id() {
        return id;
    }

    /** Its identifier, or which one it is of those given, from 0. */
    public String name() {
        return Objects.requireNonNullElse(id, "observation " + position);
    }

    int position() {
        return position;
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return last;
    }

    int number() {
        return number;
    }

    /** Its objects, by the names that references use. */
    Map<String, JsonNode> objects() {
        return objects;
    }

    /** Types of STIX objects that describe or relate, and so are never observed themselves. */
    static final Set<String> NEVER_OBSERVED = Set.of(
            "attack-pattern",
            "bundle",
            "campaign",
            "course-of-action",
            "extension-definition",
            "grouping",
            "identity",
            "incident",
            "indicator",
            "infrastructure",
            "intrusion-set",
            "language-content",
            "location",
            "malware",
            "malware-analysis",
            "marking-definition",
            "note",
            "observed-data",
            "opinion",
            "relationship",
            "report",
            "sighting",
            "threat-actor",
            "tool",
            "vulnerability");
}
