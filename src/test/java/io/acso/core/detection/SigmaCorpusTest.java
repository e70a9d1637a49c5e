package io.acso.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import io.acso.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** SigmaHQ's rules and their recorded events, which nobody here wrote. */
class SigmaCorpusTest {

    @Test
    void every_rule_loads_but_those_that_need_placeholder_values() throws IOException {
        SortedMap<String, String> files = rules("rules", "rules-emerging-threats", "rules-threat-hunting");

        RuleSet set = RuleSet.compile(files);

        assertThat(set.failures())
                .allSatisfy(failure -> assertThat(failure.error()).contains("no values for the placeholder"));
        assertThat(set.rules()).hasSize(files.size() - set.failures().size());
        assertThat(set.failures()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void with_placeholder_values_every_rule_loads() throws IOException {
        SortedMap<String, String> files = rules("rules", "rules-emerging-threats", "rules-threat-hunting");

        RuleSet set = RuleSet.compile(files, Map.of("known_cdcs", List.of("dc1", "dc2")));

        assertThat(set.failures()).isEmpty();
        assertThat(set.rules()).hasSizeGreaterThan(3_000);
    }

    @Test
    void every_regression_case_fires_its_own_rule() throws IOException {
        RuleSet set = RuleSet.compile(rules("rules", "rules-emerging-threats", "rules-threat-hunting"));
        Map<String, SigmaRule> byId = set.rules().stream().collect(Collectors.toMap(SigmaRule::id, rule -> rule));
        List<String> misses = new ArrayList<>();
        int cases = 0;
        for (Path file : regressionEvents()) {
            String id = file.getFileName().toString().replace(".json", "");
            SigmaRule rule = byId.get(id);
            if (rule == null) {
                misses.add(id + ": no such rule");
                continue;
            }
            cases++;
            boolean fires = events(file).stream()
                    .flatMap(event -> set.match(EventView.of(rule.logSource(), event.toString())).stream())
                    .anyMatch(match -> match.rule().id().equals(id));
            if (!fires) {
                misses.add(id + ": " + rule.title());
            }
        }
        assertThat(misses).isEmpty();
        assertThat(cases).isGreaterThanOrEqualTo(163);
    }

    static SortedMap<String, String> rules(String... folders) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String folder : folders) {
            files.putAll(RuleDirectory.load(RealData.path("sigma/" + folder)));
        }
        return files;
    }

    static List<Path> regressionEvents() throws IOException {
        try (Stream<Path> files = Files.walk(RealData.path("sigma/regression_data"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** One JSON document after the other, as the recording tool wrote them. */
    static List<JsonNode> events(Path file) throws IOException {
        try (var values = Json.MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(Files.readAllBytes(file))) {
            return values.readAll();
        }
    }

    static LogSource cloudTrail() {
        return LogSource.of(null, "aws", "cloudtrail");
    }
}
