package io.acso.edge.api.rest;

import io.acso.core.detection.EventView;
import io.acso.core.detection.Match;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.Event;
import io.acso.domain.finding.MatchedField;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Severity;
import io.acso.edge.ingest.EventFormats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Shows raw records to rules. */
final class RuleTrial {

    private static final int MOST_EVENTS = 500;

    private RuleTrial() {}

    /** @param only the id of the one rule that is asked about; null for all */
    static TrialResult of(RuleSet rules, @Nullable String only, List<ObjectNode> records, Instant now) {
        if (records.isEmpty() || records.size() > MOST_EVENTS) {
            throw Problems.badRequest("bad-trial", "a trial has 1 to " + MOST_EVENTS + " events");
        }
        List<Found> found = new ArrayList<>();
        List<Integer> unreadable = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Optional<Event> event = EventFormats.event(Json.bytes(records.get(i)), now);
            if (event.isEmpty()) {
                unreadable.add(i);
                continue;
            }
            for (Match match : rules.match(
                    EventView.of(event.get().logSource(), event.get().raw()))) {
                if (only == null || match.rule().id().equals(only)) {
                    found.add(new Found(
                            i,
                            match.rule().id(),
                            match.rule().title(),
                            match.rule().level(),
                            match.matched()));
                }
            }
        }
        return new TrialResult(
                records.size(),
                found,
                unreadable,
                rules.failures().stream()
                        .map(failure -> failure.line() + ": " + failure.error())
                        .toList());
    }

    /**
     * @param yaml Sigma rules to try
     * @param rule instead of these, the id of a rule in use
     * @param events raw records, as a source sends them
     */
    record TrialWish(@Nullable String yaml, @Nullable String rule, List<ObjectNode> events) {}

    /**
     * @param found each match
     * @param unreadable places of records that no format reads, counted from 0
     * @param failures rules that cannot be used, with their line
     */
    record TrialResult(int events, List<Found> found, List<Integer> unreadable, List<String> failures) {}

    /** @param event its place, counted from 0 */
    record Found(int event, String ruleId, String title, Severity level, List<MatchedField> matched) {}
}
