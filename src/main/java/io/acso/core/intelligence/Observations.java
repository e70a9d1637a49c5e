package io.acso.core.intelligence;

import io.acso.core.intelligence.binding.Occurrence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Observations that patterns are matched with, made ready once for any number of patterns. Immutable.
 *
 * <p>Read are STIX 2.0, whose observed-data holds its objects, and STIX 2.1, whose observed-data names objects that stand
 * beside it; in bundles, lists or one by one. What is neither an observation nor named by one is passed over.
 */
public final class Observations {

    private static final int DEEPEST = 16;

    private final List<Observation> all;
    private final List<Occurrence> occurrences;
    private final Map<String, List<Candidate>> byType = new HashMap<>();

    /** An object of an observation. */
    record Candidate(Observation observation, JsonNode object) {}

    private Observations(List<Observation> all) {
        this.all = List.copyOf(all);
        this.occurrences = all.stream()
                .map(each -> new Occurrence(micros(each.first()), micros(each.last()), each.number()))
                .toList();
        for (Observation observation : all) {
            for (JsonNode object : observation.objects().values()) {
                byType.computeIfAbsent(object.path("type").asString(""), _ -> new ArrayList<>())
                        .add(new Candidate(observation, object));
            }
        }
    }

    /**
     * @param documents bundles, observed-data objects, cyber-observable objects, and lists of them
     * @throws InvalidObservation when an observation lacks what matching needs
     */
    public static Observations of(Iterable<JsonNode> documents) {
        Collector collector = new Collector();
        documents.forEach(document -> collector.add(document, 0));
        return new Observations(collector.observations());
    }

    /** All of them, in the order in which they were given. */
    public List<Observation> all() {
        return all;
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    List<Candidate> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Finds observations and objects in documents, which may come in any order. */
    private static final class Collector {

        private final List<ObjectNode> observed = new ArrayList<>();
        private final Map<String, JsonNode> objects = new HashMap<>();

        void add(JsonNode document, int depth) {
            if (depth > DEEPEST) {
                throw new InvalidObservation("lists and bundles are nested more than " + DEEPEST + " times");
            }
            if (document.isArray()) {
                document.forEach(each -> add(each, depth + 1));
            } else if (!(document instanceof ObjectNode object)) {
                throw new InvalidObservation("expected a STIX object instead of " + document.getNodeType());
            } else if (object.path("type").asString("").equals("bundle") && object.has("objects")) {
                add(object.path("objects"), depth + 1);
            } else if (object.path("type").asString("").equals("observed-data")
                    || object.path("objects").isObject()) {
                observed.add(object);
            } else if (object.path("id").isString()) {
                objects.put(object.path("id").stringValue(), object);
            }
        }

        List<Observation> observations() {
            List<Observation> found = new ArrayList<>();
            for (ObjectNode document : observed) {
                found.add(Observation.of(document, found.size(), objects(document, found.size())));
            }
            return found;
        }

        private Map<String, JsonNode> objects(ObjectNode document, int position) {
            Map<String, JsonNode> own = new LinkedHashMap<>();
            JsonNode references = document.path("object_refs");
            if (references.isArray()) {
                references.forEach(reference -> {
                    JsonNode object = objects.get(reference.asString(""));
                    if (object != null) {
                        put(reference.asString(""), object, own);
                    }
                });
            } else if (document.path("objects").isObject()) {
                document.path("objects").properties().forEach(entry -> put(entry.getKey(), entry.getValue(), own));
            } else {
                throw new Fields(document, position)
                        .invalid("object_refs (STIX 2.1) or objects (STIX 2.0) have to say what was observed");
            }
            return own;
        }

        private static void put(String name, JsonNode object, Map<String, JsonNode> own) {
            if (!Observation.NEVER_OBSERVED.contains(object.path("type").asString(""))) {
                own.put(name, object);
            }
        }
    }
}
