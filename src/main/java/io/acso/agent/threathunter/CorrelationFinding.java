package io.acso.agent.threathunter;

import io.acso.core.detection.CorrelationMatch;
import io.acso.core.detection.CorrelationRule;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.SigmaRule;
import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.finding.DetectionFinding;
import io.acso.domain.finding.Finding;
import io.acso.domain.finding.MatchedField;
import io.acso.platform.journal.Journal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the finding of a correlation's match. It is about the entities that all its events have in common, which is what
 * the events were grouped by; only when there are none, about those of the newest.
 */
final class CorrelationFinding {

    private final RuleSet rules;
    private final String content;
    private final Journal journal;

    CorrelationFinding(CurrentRules.Loaded loaded, Journal journal) {
        this.rules = loaded.rules();
        this.content = loaded.content().hex();
        this.journal = journal;
    }

    Finding of(CorrelationMatch match) {
        CorrelationRule rule = match.rule();
        return DetectionFinding.described(new Finding(
                match.id(),
                rule.id(),
                rule.about().title(),
                rule.level(),
                match.last(),
                match.eventIds(),
                Bounds.matched(reasons(match)),
                Bounds.entities(entities(match.eventIds())),
                rule.tactics(),
                rule.techniques(),
                content,
                ""));
    }

    private List<MatchedField> reasons(CorrelationMatch match) {
        CorrelationRule rule = match.rule();
        List<MatchedField> reasons = new ArrayList<>(match.group());
        String within = rule.timespan().toString().substring(2).toLowerCase(Locale.ROOT);
        reasons.add(new MatchedField(
                rule.type() + " within " + within,
                BigDecimal.valueOf(match.number()).stripTrailingZeros().toPlainString()
                        + (match.complete() ? "" : " or more: the group had more events than are kept")));
        List<String> contributors = match.rules().isEmpty() ? rule.rules() : match.rules();
        contributors.forEach(id -> reasons.add(new MatchedField("rule", title(id))));
        match.matches().stream().limit(10).forEach(id -> reasons.add(new MatchedField("correlated match", id)));
        reasons.add(new MatchedField("events", Integer.toString(match.contributions())));
        reasons.add(new MatchedField("first event", match.first().toString()));
        reasons.add(new MatchedField("last event", match.last().toString()));
        return reasons;
    }

    private String title(String id) {
        return Stream.concat(
                        rules.rules().stream(),
                        rules.correlations().rules().stream().map(CorrelationRule::about))
                .filter(rule -> rule.id().equals(id))
                .map(SigmaRule::title)
                .findFirst()
                .orElse(id);
    }

    private List<Entity> entities(List<String> eventIds) {
        List<Event> events = journal.find(eventIds).values().stream()
                .sorted(Comparator.comparing(Event::time).thenComparing(Event::id))
                .toList();
        if (events.isEmpty()) {
            return List.of();
        }
        Set<Entity> common = new LinkedHashSet<>(events.getLast().entities());
        events.forEach(event -> common.retainAll(Set.copyOf(event.entities())));
        return common.isEmpty() ? events.getLast().entities() : List.copyOf(common);
    }
}
