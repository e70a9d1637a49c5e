package io.acso.core.detection;

import static io.acso.core.detection.Correlating.START;
import static io.acso.core.detection.Correlating.correlation;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.Correlator.Observed;
import io.acso.domain.event.LogSource;
import io.acso.domain.finding.MatchedField;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pipelines, forms, filters and placeholders reach correlations through the rules that they refer to. */
class CorrelationPipelinesTest {

    private static final LogSource SYSMON = LogSource.of("process_creation", "windows", "sysmon");
    private static final LogSource SECURITY = LogSource.of("process_creation", "windows", "security");
    private static final String BASE = """
            title: Whoami
            name: one
            logsource: {category: %s, product: windows}
            detection: {s: {CommandLine|expand|contains: '%%tool%%'}, condition: s}
            ---
            """;
    private static final String WHOAMI = BASE.formatted("process_creation");
    private static final String RENAMED = "type: field_name_mapping\nmapping: {user: actor}";

    private RuleSources sources = RuleSources.of(Map.of()).withPlaceholders(Map.of("tool", List.of("whoami")));

    private RuleSet compile(String... documents) {
        Map<String, String> files = new HashMap<>();
        for (String document : documents) {
            files.put(files.size() + ".yml", document);
        }
        RuleSet set =
                RuleSet.compile(new RuleSources(files, sources.placeholders(), sources.pipelines(), sources.forms()));
        assertThat(set.failures()).isEmpty();
        return set;
    }

    private static void play(Correlator correlator, RuleSet set, int second, LogSource source, String json) {
        EventView view = EventView.of(source, json);
        List<Match> matches = set.match(view);
        assertThat(matches).hasSize(1);
        correlator.take(
                new Observed("e" + second, "s", START.plusSeconds(second), START.plusSeconds(second)), view, matches);
    }

    @Test
    void a_field_to_group_by_has_the_name_that_the_pipeline_gives_it() {
        sources = sources.withPipelines(List.of(Pipelines.read(Pipelines.of(RENAMED))));
        RuleSet set = compile(WHOAMI
                + correlation(
                        "c", "type: event_count, rules: [one], group-by: [user], timespan: 1m, condition: {gte: 2}"));
        Correlator correlator = new Correlator(set.correlations(), CorrelationSettings.WHOLE);
        play(correlator, set, 1, SYSMON, "{\"CommandLine\":\"whoami\",\"actor\":\"ann\",\"user\":\"x\"}");
        play(correlator, set, 2, SYSMON, "{\"CommandLine\":\"whoami\",\"actor\":\"ann\",\"user\":\"y\"}");
        assertThat(correlator.finish())
                .singleElement()
                .extracting(CorrelationMatch::group)
                .isEqualTo(List.of(new MatchedField("user", "ann")));
    }

    /** Security 4688 has a ProcessId too, but it is that of the creator. */
    @Test
    void events_that_meet_a_rule_in_different_forms_fall_into_one_group() {
        RuleSet set = compile(
                WHOAMI
                        + """
                title: Counted
                name: inner
                correlation: {type: event_count, rules: [one], group-by: [ProcessId], aliases: {}, timespan: 1m, condition: {gte: 2}}
                ---
                """
                        + correlation(
                                "c",
                                "type: temporal, rules: [inner], group-by: [ParentProcessId], timespan: 1h, condition: {gte: 1}"));
        Correlator correlator = new Correlator(set.correlations(), CorrelationSettings.WHOLE);
        play(correlator, set, 1, SYSMON, "{\"CommandLine\":\"whoami\",\"ProcessId\":7,\"ParentProcessId\":3}");
        play(correlator, set, 2, SECURITY, "{\"CommandLine\":\"whoami\",\"NewProcessId\":7,\"ProcessId\":3}");
        assertThat(correlator.finish()).singleElement().satisfies(match -> {
            assertThat(match.rule().name()).isEqualTo("c");
            assertThat(match.group()).containsExactly(new MatchedField("ParentProcessId", "3"));
        });
    }

    @Test
    void what_was_counted_outlives_a_reload_unless_what_the_rule_looks_for_changed() {
        String counted = WHOAMI
                + correlation(
                        "c", "type: event_count, rules: [one], group-by: [user], timespan: 1m, condition: {gte: 2}");
        RuleSet before = compile(counted);
        Correlator correlator = new Correlator(before.correlations(), Correlating.settings(Duration.ZERO));
        play(correlator, before, 1, SYSMON, "{\"CommandLine\":\"whoami\",\"user\":\"ann\"}");
        play(correlator, before, 5, SYSMON, "{\"CommandLine\":\"whoami\",\"user\":\"ben\"}");
        correlator.advance(START.plusSeconds(5));
        assertThat(correlator.groups()).isOne();

        assertThat(kept(correlator, compile("# moved\n" + counted))).isOne();
        String filter =
                "title: F\nlogsource: {product: windows}\nfilter: {rules: [one], s: {a: 1}, condition: not s}\n";
        assertThat(kept(correlator, compile(counted, filter))).as("a filter").isZero();
        sources = sources.withPlaceholders(Map.of("tool", List.of("whoami", "id")));
        assertThat(kept(correlator, compile(counted))).as("a placeholder").isZero();
        sources = sources.withPlaceholders(Map.of("tool", List.of("whoami")));
        assertThat(kept(correlator, compile(counted))).as("as it was").isOne();
        sources = sources.withPipelines(List.of(Pipelines.read(Pipelines.of(RENAMED))));
        assertThat(kept(correlator, compile(counted))).as("a pipeline").isZero();
    }

    private static int kept(Correlator correlator, RuleSet next) {
        return correlator.with(next.correlations()).groups();
    }
}
