package io.acso.core.intelligence;

import io.acso.core.intelligence.pattern.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The indicators of a feed: those that can be matched, and those that cannot with the reason. An indicator that cannot
 * does not hold up the others.
 */
public record StixIndicators(List<StixIndicator> usable, List<Unusable> unusable) {

    public StixIndicators {
        usable = List.copyOf(usable);
        unusable = List.copyOf(unusable);
    }

    /**
     * An indicator that is not matched.
     *
     * @param faulty whether something is wrong with it; otherwise it is revoked, or of a kind that others match
     */
    public record Unusable(String id, String reason, boolean faulty) {}

    /** @param documents bundles, STIX objects and lists of them; what is no indicator is passed over */
    public static StixIndicators of(Iterable<JsonNode> documents) {
        Reading reading = new Reading();
        documents.forEach(reading::add);
        return new StixIndicators(reading.usable, reading.unusable);
    }

    private static final class Reading {

        private final List<StixIndicator> usable = new ArrayList<>();
        private final List<Unusable> unusable = new ArrayList<>();

        void add(JsonNode document) {
            if (document.isArray()) {
                document.forEach(this::add);
            } else if (document.path("type").asString("").equals("bundle")) {
                document.path("objects").forEach(this::add);
            } else if (document.path("type").asString("").equals("indicator")) {
                read(document);
            }
        }

        private void read(JsonNode indicator) {
            String id = indicator.path("id").asString("indicator " + (usable.size() + unusable.size()));
            String language = indicator.path("pattern_type").asString("stix"); // STIX 2.0 has no other
            if (indicator.path("revoked").asBoolean(false)) {
                unusable.add(new Unusable(id, "it is revoked", false));
            } else if (!language.equals("stix")) {
                unusable.add(new Unusable(id, "its pattern_type is " + language + ", only stix is matched", false));
            } else {
                try {
                    usable.add(read(id, indicator));
                } catch (InvalidPattern | IllegalArgumentException e) {
                    unusable.add(new Unusable(id, String.valueOf(e.getMessage()), true));
                }
            }
        }

        private static StixIndicator read(String id, JsonNode indicator) {
            JsonNode pattern = indicator.path("pattern");
            if (!pattern.isString()) {
                throw new IllegalArgumentException("pattern is missing");
            }
            Instant from = time(indicator, "valid_from");
            Instant until = indicator.has("valid_until") ? time(indicator, "valid_until") : null;
            if (until != null && !until.isAfter(from)) {
                throw new IllegalArgumentException("valid_until has to be after valid_from");
            }
            StixPattern parsed = StixPattern.parse(pattern.stringValue());
            return new StixIndicator(id, indicator.path("name").asString(""), parsed, from, until);
        }

        private static Instant time(JsonNode indicator, String property) {
            Instant time = Timestamps.read(indicator.path(property).asString(""));
            if (time == null) {
                throw new IllegalArgumentException(property + " has to be a timestamp, as \"2026-01-31T23:59:59Z\"");
            }
            return time;
        }
    }
}
