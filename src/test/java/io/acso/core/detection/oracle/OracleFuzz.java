package io.acso.core.detection.oracle;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.acso.core.detection.EventView;
import io.acso.core.detection.RuleSet;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a rule's item and an event say: if the item compiles, it holds exactly when the oracle says so. */
class OracleFuzz {

    private static final LogSource SOURCE = LogSource.of("test", null, null);

    /** Without {@code re}: on expressions that are strange enough, two matchers need not agree. */
    private static final String[] MODIFIERS = {
        "contains",
        "startswith",
        "endswith",
        "windash",
        "wide",
        "utf16",
        "utf16le",
        "utf16be",
        "base64",
        "base64offset",
        "cased",
        "neq",
        "all",
        "lt",
        "lte",
        "gt",
        "gte",
        "cidr",
        "fieldref",
        "hour",
        "week",
        "year"
    };

    /** What two equal keys in an object mean nobody says, so the judge does not either. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final List<Map<String, Object>> RULES = List.of(
            one("f|contains", "ab"),
            one("f.g", List.of("*b", 5)),
            one("f|exists", true),
            one("Image|endswith|windash", List.of("-a", "\\cmd.exe")),
            one("Provider_Name|cased", "Sysmon"),
            one("EventID|gte", 4),
            one("f|fieldref|startswith", "f.g"),
            Map.of("s", List.of("k\u0131", 7), "condition", "not s"));

    private final SigmaOracle oracle = new SigmaOracle(Map.of());

    @FuzzTest
    void an_item_means_what_the_oracle_says(FuzzedDataProvider data) {
        StringBuilder key = new StringBuilder(data.pickValue(new String[] {"f", "f.g", "", "EventID"}));
        for (int i = data.consumeInt(0, 3); i > 0; i--) {
            key.append('|').append(data.pickValue(MODIFIERS));
        }
        List<Object> values = new ArrayList<>(List.of(value(data)));
        if (data.consumeBoolean()) {
            values.add(value(data));
        }
        String text = data.consumeString(60);
        Object inner = data.consumeBoolean() ? Map.of("g", data.consumeRemainingAsString()) : List.of(text, 5);
        compare(one(key.toString(), values), Json.text(Map.of("f", text)));
        compare(one(key.toString(), values), Json.text(Map.of("f", inner, "f.g", text)));
    }

    @FuzzTest
    void an_event_is_refused_or_read_as_the_oracle_reads_it(byte[] event) {
        try {
            JsonNode read = STRICT.readTree(event);
            String text = new String(event, StandardCharsets.UTF_8);
            if (!read.isMissingNode() && Json.tree(text).equals(read)) {
                RULES.forEach(rule -> compare(rule, text));
            }
        } catch (JacksonException refused) {
            look(event);
        }
    }

    /** Refused too, or at least looked at without harm. */
    private static void look(byte[] event) {
        try {
            RuleSet.compile(Map.of("r0", RuleArbitraries.numbered(RULES.getFirst(), 0)))
                    .match(EventView.of(SOURCE, event));
        } catch (JacksonException refused) {
            // as it should be
        }
    }

    private void compare(Map<String, Object> detection, String event) {
        String yaml = RuleArbitraries.numbered(detection, 0);
        RuleSet set = RuleSet.compile(Map.of("r0", yaml));
        if (set.rules().isEmpty()) {
            return;
        }
        boolean expected = oracle.matches(SigmaOracle.rule(yaml), Json.tree(event));
        if (expected == set.match(EventView.of(SOURCE, event)).isEmpty()) {
            throw new IllegalStateException("expected " + expected + " of " + yaml + " on " + event);
        }
    }

    private static Object value(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            return data.consumeInt(-10, 100);
        }
        String text = data.consumeString(12);
        // the oracle writes out every form of every dash
        return text.chars().filter(c -> "-/\u2013\u2014\u2015".indexOf(c) >= 0).count() > 3 ? "--" : text;
    }

    private static Map<String, Object> one(String key, Object value) {
        return Map.of("s", Map.of(key, value), "condition", "s");
    }
}
