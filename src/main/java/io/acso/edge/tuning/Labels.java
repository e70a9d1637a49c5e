package io.acso.edge.tuning;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.acso.domain.kernel.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What people said of findings: CSV with a header, or NDJSON such as the lines of {@code acso detect}, with the fields
 * {@code label} ({@code tp} or {@code fp}), {@code id} (an event's) or {@code file} and {@code event}, and
 * {@code ruleId} where it is said of one rule only.
 */
public final class Labels {

    /** A person's judgement. */
    public enum Label {
        TRUE_POSITIVE,
        FALSE_POSITIVE
    }

    private final Map<String, Label> labels = new HashMap<>();

    /** Nothing was labelled. */
    public static Labels none() {
        return new Labels();
    }

    /**
     * @param name of the file, for errors
     * @throws IllegalArgumentException when a line cannot be used, with its number and the cure
     */
    public static Labels read(String name, String text) {
        Labels labels = new Labels();
        if (text.stripLeading().startsWith("{")) {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    labels.add(name + ":" + (i + 1), json(name + ":" + (i + 1), lines.get(i)));
                }
            }
        } else {
            labels.addCsv(name, text);
        }
        return labels;
    }

    private void addCsv(String name, String text) {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord record : records) {
                add(
                        name + ":" + record.getStartingLineNumber(),
                        field -> record.findField(field)
                                .map(String::strip)
                                .filter(value -> !value.isEmpty())
                                .orElse(null));
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw new IllegalArgumentException(name + ": not CSV: " + e.getMessage(), e);
        }
    }

    private static Function<String, @Nullable String> json(String place, String line) {
        try {
            JsonNode node = Json.tree(line);
            return field -> node.path(field).isValueNode() ? node.path(field).asString() : null;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(place + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void add(String place, Function<String, @Nullable String> line) {
        String rule = line.apply("ruleId");
        String of = rule == null ? "" : rule;
        String id = line.apply("id");
        String file = line.apply("file");
        String event = line.apply("event");
        if (id != null) {
            labels.put(key(id, of), label(place, line.apply("label")));
        } else if (file != null && event != null && event.matches("\\d{1,15}")) {
            labels.put(key(at(file, Long.parseLong(event)), of), label(place, line.apply("label")));
        } else {
            throw new IllegalArgumentException(place + ": a label needs 'id', or 'file' and the number 'event'");
        }
    }

    private static Label label(String place, @Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT).replace('_', ' ')) {
            case "tp", "true positive" -> Label.TRUE_POSITIVE;
            case "fp", "false positive" -> Label.FALSE_POSITIVE;
            default -> throw new IllegalArgumentException(place + ": 'label' is tp or fp, not '" + text + "'");
        };
    }

    /** What was said of a rule's finding; null when nothing was. A label with a rule wins. */
    @Nullable
    Label of(String ruleId, @Nullable String eventId, String input, long event) {
        for (String rule : List.of(ruleId, "")) {
            for (String place : places(eventId, input, event)) {
                Label label = labels.get(key(place, rule));
                if (label != null) {
                    return label;
                }
            }
        }
        return null;
    }

    private static List<String> places(@Nullable String eventId, String input, long event) {
        String name = String.valueOf(Path.of(input).getFileName());
        List<String> at = List.of(at(input, event), name + " " + event);
        return eventId == null ? at : List.of(eventId, at.getFirst(), at.getLast());
    }

    /** A name without a directory stands for the file of that name wherever it is. */
    private static String at(String file, long event) {
        return (file.contains("/") ? Path.of(file).toAbsolutePath().normalize().toString() : file) + " " + event;
    }

    private static String key(String place, String rule) {
        return place + "\n" + rule;
    }
}
