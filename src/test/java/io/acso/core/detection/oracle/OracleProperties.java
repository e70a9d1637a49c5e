package io.acso.core.detection.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.core.detection.EventView;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** However many rules are compiled together, each matches exactly the events that it matches by itself, interpreted. */
class OracleProperties {

    private static final LogSource SOURCE = LogSource.of("test", null, null);
    private final SigmaOracle oracle = new SigmaOracle(ItemArbitraries.PLACEHOLDERS);

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void compiled_rules_agree_with_the_oracle(
            @ForAll("rules") List<Map<String, Object>> detections, @ForAll("events") List<String> events) {
        Map<String, String> files = new LinkedHashMap<>();
        detections.forEach(
                detection -> files.put("r" + files.size(), RuleArbitraries.numbered(detection, files.size())));
        RuleSet rules = RuleSet.compile(files, ItemArbitraries.PLACEHOLDERS);
        assertThat(rules.failures()).isEmpty();

        Map<String, Map<?, ?>> read = new LinkedHashMap<>();
        files.forEach((name, yaml) -> read.put(name, SigmaOracle.rule(yaml)));
        List<String> differences = new ArrayList<>();
        for (String event : events) {
            List<String> expected = expected(read, Json.tree(event));
            if (!expected.equals(matched(rules, EventView.of(SOURCE, event)))
                    || !expected.equals(matched(rules, EventView.of(SOURCE, event.getBytes(StandardCharsets.UTF_8))))) {
                differences.add(difference(event, expected, matched(rules, EventView.of(SOURCE, event)), files));
            }
        }
        assertThat(differences).isEmpty();
    }

    private List<String> expected(Map<String, Map<?, ?>> rules, JsonNode event) {
        return rules.entrySet().stream()
                .filter(rule -> oracle.matches(rule.getValue(), event))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> matched(RuleSet rules, EventView event) {
        return rules.match(event).stream().map(match -> match.rule().id()).toList();
    }

    private static String difference(
            String event, List<String> expected, List<String> actual, Map<String, String> files) {
        List<String> wrong = new ArrayList<>();
        files.forEach((name, yaml) -> {
            if (expected.contains(name) != actual.contains(name)) {
                wrong.add((expected.contains(name) ? "not found: " : "wrongly found: ") + yaml);
            }
        });
        return "event " + event + "\n" + String.join("\n", wrong);
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> rules() {
        return RuleArbitraries.detections().list().ofMinSize(1).ofMaxSize(50);
    }

    @Provide
    Arbitrary<List<String>> events() {
        return EventArbitraries.events().list().ofMinSize(1).ofMaxSize(20);
    }
}
