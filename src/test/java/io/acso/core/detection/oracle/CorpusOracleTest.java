package io.acso.core.detection.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.EventView;
import io.acso.core.detection.RuleDirectory;
import io.acso.core.detection.RuleSet;
import io.acso.core.detection.SigmaRule;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** SigmaHQ's rules on recorded events: compiled and interpreted they find the same. */
class CorpusOracleTest {

    private static final LogSource SYSMON = LogSource.of("process_creation", "windows", "sysmon");
    private static final LogSource CLOUD_TRAIL = LogSource.of(null, "aws", "cloudtrail");
    private static final Map<String, List<String>> PLACEHOLDERS = Map.of("known_cdcs", List.of("dc1", "dc2"));

    /** One in so many pairs of a rule and an event that its log source does not fit; 1 takes all, for half an hour. */
    private static final int UNFIT = Integer.getInteger("acso.oracle.unfit", 40);

    private final SigmaOracle oracle = new SigmaOracle(PLACEHOLDERS);
    private int matches;

    @Test
    void rules_for_process_creation_on_the_events_of_regression_cases() throws IOException {
        SortedMap<String, String> files = rules("rules/windows/process_creation");
        RuleSet set = RuleSet.compile(files);
        List<JsonNode> events = regression().stream()
                .filter(event ->
                        event.path("Event").path("System").path("EventID").asInt() == 1)
                .toList();

        compare(set, files, SYSMON, events);

        assertThat(set.rules()).hasSize(1_183);
        assertThat(events).hasSize(125);
        assertThat(matches).isEqualTo(174);
    }

    @Test
    void rules_for_aws_on_cloud_trail() throws IOException {
        SortedMap<String, String> files = rules("rules/cloud/aws");
        RuleSet set = RuleSet.compile(files);
        List<JsonNode> events = Files.readAllLines(RealData.path("cloudtrail/invictus.ndjson")).stream()
                .map(Json::tree)
                .toList();

        compare(set, files, CLOUD_TRAIL, events);

        assertThat(set.rules()).hasSize(57);
        assertThat(events).hasSize(2_900);
        assertThat(matches).isEqualTo(109);
    }

    @Test
    void every_rule_on_events_that_it_is_not_meant_for_too() throws IOException {
        SortedMap<String, String> files = rules("rules", "rules-emerging-threats", "rules-threat-hunting");
        RuleSet set = RuleSet.compile(files, PLACEHOLDERS);
        Map<LogSource, List<SigmaRule>> sources =
                set.rules().stream().collect(Collectors.groupingBy(SigmaRule::logSource));
        List<JsonNode> events = new ArrayList<>(regression());
        List<String> trail = Files.readAllLines(RealData.path("cloudtrail/invictus.ndjson"));
        for (int i = 0; i < trail.size(); i += 25) {
            events.add(Json.tree(trail.get(i)));
        }
        int pair = 0;
        for (LogSource source : sources.keySet()) {
            List<JsonNode> some = new ArrayList<>();
            for (JsonNode event : events) {
                if (pair++ % UNFIT == 0) {
                    some.add(event);
                }
            }
            compare(set, files, source, some);
        }
        assertThat(set.rules()).hasSizeGreaterThan(3_600);
    }

    private void compare(RuleSet set, Map<String, String> files, LogSource source, List<JsonNode> events) {
        Map<SigmaRule, Map<?, ?>> meant = set.rules().stream()
                .filter(rule -> fits(rule.logSource(), source))
                .collect(Collectors.toMap(rule -> rule, rule -> SigmaOracle.rule(files.get(rule.path()))));
        for (JsonNode event : events) {
            Set<String> expected = meant.entrySet().stream()
                    .filter(rule -> oracle.matches(rule.getValue(), event))
                    .map(rule -> rule.getKey().id())
                    .collect(Collectors.toSet());
            List<String> actual = set.match(EventView.of(source, Json.text(event))).stream()
                    .map(match -> match.rule().id())
                    .toList();
            assertThat(actual).doesNotHaveDuplicates();
            assertThat(new HashSet<>(actual)).as("%s", event).isEqualTo(expected);
            matches += actual.size();
        }
    }

    private static boolean fits(LogSource rule, LogSource event) {
        return (rule.category() == null || rule.category().equals(event.category()))
                && (rule.product() == null || rule.product().equals(event.product()))
                && (rule.service() == null || rule.service().equals(event.service()));
    }

    private static SortedMap<String, String> rules(String... folders) throws IOException {
        return RuleDirectory.load(Stream.of(folders)
                .map(folder -> RealData.path("sigma/" + folder))
                .toArray(Path[]::new));
    }

    /** Every event of every file: a file holds one JSON document after the other. */
    private static List<JsonNode> regression() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RealData.path("sigma/regression_data"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                try (var values =
                        Json.MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(Files.readAllBytes(file))) {
                    events.addAll(values.readAll());
                }
            }
        }
        return events;
    }
}
