package io.acso.core.intelligence.feed;

import io.acso.core.intelligence.Decay;
import io.acso.core.intelligence.bulk.NoIndicator;
import io.acso.core.intelligence.bulk.Source;
import io.acso.core.intelligence.bulk.Statement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of all its values: comments of the form {@code #! confidence: 80} before the first of them. Known
 * are {@code source}, {@code confidence}, {@code labels}, {@code valid-from}, {@code valid-until} and {@code decay}
 * (a lifetime as {@code P30D}). Without them the source is the file's name.
 */
final class Directives {

    static final String MARK = "#!";
    private static final Set<String> KNOWN =
            Set.of("source", "confidence", "labels", "valid-from", "valid-until", "decay");

    private Directives() {}

    /** @throws NoIndicator when a directive cannot be understood */
    static Source source(String file, List<String> head) {
        Map<String, String> given = new HashMap<>();
        for (String line : head) {
            if (line.startsWith(MARK)) {
                String[] parts = line.substring(MARK.length()).split(":", 2);
                String name = parts[0].strip();
                if (parts.length < 2 || !KNOWN.contains(name)) {
                    throw new NoIndicator("'" + line + "' is no directive: write #! and one of " + KNOWN
                            + ", a colon and a value, or a comment with # alone");
                }
                given.put(name, parts[1].strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                break;
            }
        }
        Statement defaults = new Statement(
                null,
                Said.time(given.get("valid-from")),
                Said.time(given.get("valid-until")),
                Said.confidence(given.get("confidence")),
                Said.labels(given.get("labels")));
        String name = given.getOrDefault("source", name(file));
        return new Source(name, defaults, decay(given.get("decay")));
    }

    /** A file's name without directories and endings. */
    private static String name(String file) {
        String last = String.valueOf(Path.of(file).getFileName());
        int dot = last.indexOf('.', 1);
        String name = dot < 0 ? last : last.substring(0, dot);
        return name.substring(0, Math.min(name.length(), 200));
    }

    private static @Nullable Decay decay(@Nullable String lifetime) {
        try {
            return lifetime == null ? null : new Decay(Duration.parse(lifetime));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new NoIndicator("decay is a lifetime such as P30D, not '" + lifetime + "'");
        }
    }
}
