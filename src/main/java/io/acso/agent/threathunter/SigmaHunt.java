package io.acso.agent.threathunter;

import io.acso.core.detection.EventView;
import io.acso.core.detection.RuleFailure;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Json;
import io.acso.domain.task.Outcome;
import io.acso.platform.journal.Journal;
import io.acso.platform.lake.Lake;
import io.acso.platform.lake.QueryRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows Sigma rules what happened lately: the lake says which events, the journal has them as they came. */
final class SigmaHunt {

    private static final int LONGEST_RULE = 64 * 1024;
    private static final Duration USUAL_WINDOW = Duration.ofHours(24);
    private static final int LONGEST_HOURS = 24 * 30;
    private static final int MOST_EVENTS = 50_000;
    private static final int SLICE = 500;
    private static final int MOST_NAMED = 200;
    private static final Duration QUERY = Duration.ofSeconds(15);
    /** Well below a task's lease and the patience of most steps. */
    private static final Duration TIME = Duration.ofSeconds(60);

    private final Lake lake;
    private final Journal journal;
    private final InstantSource clock;

    SigmaHunt(Lake lake, Journal journal, InstantSource clock) {
        this.lake = lake;
        this.journal = journal;
        this.clock = clock;
    }

    /** What a hunt has found so far. */
    private static final class Trail {
        private final Set<String> events = new LinkedHashSet<>();
        private final Set<String> entities = new LinkedHashSet<>();
        private int matches;
        private int seen;

        void found(Event event) {
            matches++;
            if (events.size() < MOST_NAMED) {
                events.add(event.id());
            }
            for (Entity entity : event.entities()) {
                if (entities.size() < MOST_NAMED) {
                    entities.add(entity.key());
                }
            }
        }
    }

    /** @param arguments {@code rule} as YAML, and {@code hours} to look back, a day without it */
    Outcome hunt(JsonNode arguments, Instant now) {
        String text = arguments.path("rule").asString("");
        int hours = arguments.path("hours").asInt((int) USUAL_WINDOW.toHours());
        if (text.isBlank() || text.length() > LONGEST_RULE || hours < 1 || hours > LONGEST_HOURS) {
            return failed("a hunt needs 'rule', a Sigma rule of at most " + LONGEST_RULE
                    + " characters, and 'hours' from 1 to " + LONGEST_HOURS);
        }
        RuleSet rules = RuleSet.compile(Map.of("rule.yml", text));
        if (!rules.failures().isEmpty()) {
            return failed("the rule cannot be used: "
                    + rules.failures().stream().map(RuleFailure::error).collect(Collectors.joining("; ")));
        }
        if (rules.rules().isEmpty() || !rules.correlations().rules().isEmpty()) {
            return failed("a hunt takes rules about single events, and no correlations: there are none in it");
        }
        try {
            return hunt(rules, now.minus(Duration.ofHours(hours)));
        } catch (QueryRefused e) {
            return new Outcome.Failed("the lake did not answer: " + e.getMessage(), true, Json.object());
        }
    }

    private Outcome hunt(RuleSet rules, Instant from) {
        Instant end = clock.instant().plus(TIME);
        Lake.Result lately = lake.query(
                "SELECT event_id FROM events WHERE time >= TIMESTAMP '"
                        + from.toString().replace('T', ' ').replace("Z", "") + "' ORDER BY time DESC",
                new Lake.Limits(QUERY, MOST_EVENTS));
        List<String> ids = lately.rows().stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
        Trail trail = new Trail();
        int looked = 0;
        while (looked < ids.size() && clock.instant().isBefore(end)) {
            List<String> slice = ids.subList(looked, Math.min(ids.size(), looked + SLICE));
            look(rules, slice, trail);
            looked += slice.size();
        }
        return new Outcome.Completed(result(trail, lately.truncated() || looked < ids.size()));
    }

    private void look(RuleSet rules, List<String> ids, Trail trail) {
        Map<String, Event> found = journal.find(ids);
        for (String id : ids) {
            Event event = found.get(id);
            if (event != null) {
                trail.seen++;
                if (fits(rules, event)) {
                    trail.found(event);
                }
            }
        }
    }

    private static boolean fits(RuleSet rules, Event event) {
        try {
            return !rules.match(EventView.of(event.logSource(), event.raw())).isEmpty();
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private static ObjectNode result(Trail trail, boolean incomplete) {
        ObjectNode result = Json.object()
                .put("count", trail.matches)
                .put("events_seen", trail.seen)
                .put("incomplete", incomplete);
        result.set("event_ids", Json.MAPPER.valueToTree(new ArrayList<>(trail.events)));
        result.set("entities", Json.MAPPER.valueToTree(new ArrayList<>(trail.entities)));
        return result;
    }

    private static Outcome failed(String why) {
        return new Outcome.Failed(why, false, Json.object());
    }
}
