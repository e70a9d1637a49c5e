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
import net.jqwik.api.lifecycle.AddLifecycleHook;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However many rules are compiled together, each matches exactly the events that it matches by itself, interpreted. */
class OracleProperties {

    private static final LogSource SOURCE = LogSource.of("test", null, null);

    /** Leaves nothing but ASCII, as many senders do. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final SigmaOracle oracle = new SigmaOracle(ItemArbitraries.PLACEHOLDERS);

    @AddLifecycleHook(Tries.class)
    @Property(tries = Integer.MAX_VALUE, edgeCases = EdgeCasesMode.NONE)
    void compiled_rules_agree_with_the_oracle(
            @ForAll("rules") List<Map<String, Object>> detections, @ForAll("events") List<String> events) {
        Map<String, String> files = new LinkedHashMap<>();
        detections.forEach(
                detection -> files.put("r" + files.size(), RuleArbitraries.numbered(detection, files.size())));
        RuleSet rules = RuleSet.compile(files, ItemArbitraries.PLACEHOLDERS);
        assertThat(rules.failures()).isEmpty();

        Map<String, Map<?, ?>> read = new LinkedHashMap<>();
        files.forEach((name, yaml) -> read.put(name, SigmaOracle.rule(yaml)));
        Echo echo = new Echo(detections);
        List<String> differences = new ArrayList<>();
        for (String marked : events) {
            String event = echo.fill(marked);
            List<String> expected = expected(read, Json.tree(event));
            for (String written : List.of(event, ESCAPING.writeValueAsString(Json.tree(event)))) {
                List<String> actual = matched(rules, EventView.of(SOURCE, written.getBytes(StandardCharsets.UTF_8)));
                if (!expected.equals(actual) || !expected.equals(matched(rules, EventView.of(SOURCE, written)))) {
                    differences.add(difference(written, expected, actual, files));
                }
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
        return ascii("event " + event + "\n" + String.join("\n", wrong));
    }

    /** Reports lose what is not plain. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(c < 127 && (c >= ' ' || c == '\n') ? (char) c : "\\u%04x".formatted(c)));
        return plain.toString();
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
