package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.Correlator.Observed;
import io.acso.domain.finding.MatchedField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plays events to correlation rules. Base rules {@code one}, {@code two}, {@code three} look for a number in field r. */
final class Correlating {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    static final String BASES = base("one", 1) + base("two", 2) + base("three", 3);

    /** An event that fits the base rules of the numbers in {@code rules}; its time in seconds after {@link #START}. */
    record Happening(String id, String source, long second, String rules, String fields) {

        Happening(String id, long second, int rule, String fields) {
            this(id, "s", second, Integer.toString(rule), fields);
        }

        Instant time() {
            return START.plusSeconds(second);
        }
    }

    private final RuleSet rules;
    private Correlator correlator;
    private final List<CorrelationMatch> found = new ArrayList<>();
    private int serial;

    private Correlating(RuleSet rules, CorrelationSettings settings) {
        this.rules = rules;
        this.correlator = new Correlator(rules.correlations(), settings);
    }

    static Correlating of(CorrelationSettings settings, String... documents) {
        return new Correlating(compile(documents), settings);
    }

    static Correlating of(String... documents) {
        return of(CorrelationSettings.WHOLE, documents);
    }

    static RuleSet compile(String... documents) {
        RuleSet rules = RuleSet.compile(Map.of("rules.yml", BASES + String.join("---\n", documents)));
        assertThat(rules.failures()).isEmpty();
        return rules;
    }

    static String base(String name, int number) {
        return "title: Rule %1$s\nname: %1$s\nid: id-%1$s\nlevel: low\nlogsource: {category: test}\ndetection: {s: {r: %2$d}, condition: s}\n---\n"
                .formatted(name, number);
    }

    /** @param section the content of {@code correlation}, as a YAML flow map without its braces */
    static String correlation(String name, String section) {
        return "title: Correlation %1$s\nname: %1$s\nid: id-%1$s\ncorrelation: {%2$s}\n".formatted(name, section);
    }

    static CorrelationSettings settings(Duration lateness) {
        return new CorrelationSettings(lateness, Duration.ofDays(1), 1_000, 1_000, 1_000, 100);
    }

    /** Something that fits one base rule, with JSON fields such as {@code "user":"ann"}. */
    Correlating at(long second, int rule, String fields) {
        return play(new Happening("e" + serial++, second, rule, fields));
    }

    Correlating play(Happening event) {
        return play(event, event.time());
    }

    Correlating play(Happening event, Instant arrived) {
        String json = "{\"r\":[" + event.rules() + "]" + (event.fields().isEmpty() ? "" : "," + event.fields()) + "}";
        EventView view = EventView.of(Rules.SOURCE, json);
        Observed observed = new Observed(event.id(), event.source(), event.time(), arrived);
        found.addAll(correlator.take(observed, view, rules.match(view)));
        return this;
    }

    Correlating advance(long second) {
        found.addAll(correlator.advance(START.plusSeconds(second)));
        return this;
    }

    Correlating finish() {
        found.addAll(correlator.finish());
        return this;
    }

    Correlator correlator() {
        return correlator;
    }

    void replace(Correlator other) {
        correlator = other;
    }

    List<CorrelationMatch> found() {
        return found;
    }

    /** All matches after the end, each as {@code name group @second: events}. */
    List<String> matches() {
        finish();
        return said();
    }

    List<String> said() {
        return found.stream().map(Correlating::say).toList();
    }

    static String say(CorrelationMatch match) {
        return "%s %s @%d: %s"
                .formatted(
                        match.rule().name(),
                        match.group().stream().map(MatchedField::value).collect(Collectors.joining("+")),
                        Duration.between(START, match.time()).toSeconds(),
                        String.join(" ", match.eventIds()));
    }
}
