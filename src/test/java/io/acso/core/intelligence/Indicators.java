package io.acso.core.intelligence;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets from texts, for tests. */
final class Indicators {

    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final long BUDGET = 1L << 28;

    private Indicators() {}

    static IndicatorFiles.Loaded load(String name, String text) {
        return load(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    static IndicatorFiles.Loaded load(Map<String, byte[]> files) {
        Map<String, IndicatorFiles.Opening> openings = new LinkedHashMap<>();
        files.forEach((name, bytes) -> openings.put(name, () -> new ByteArrayInputStream(bytes)));
        return IndicatorFiles.load(openings, BUDGET);
    }

    static IndicatorSet set(String... lines) {
        return load("list.txt", String.join("\n", lines)).indicators();
    }

    /** The values of the indicators that cover a value. */
    static List<String> covering(IndicatorSet set, String value) {
        return set.lookup(value, NOW).stream()
                .map(match -> match.indicator().value())
                .toList();
    }
}
