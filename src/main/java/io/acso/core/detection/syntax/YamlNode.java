package io.acso.core.detection.syntax;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of YAML and the line it begins on, counted from 1. */
public sealed interface YamlNode {

    int line();

    /** What a scalar is by YAML 1.2's core schema; a quoted one is always text. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** @param text as written */
    record Scalar(int line, Kind kind, String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** @param entries in the order written */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {

        public @Nullable YamlNode get(String key) {
            return entries.get(key);
        }

        /** The scalar's text, trimmed; null when the key is absent, empty or null. */
        public @Nullable String text(String key) {
            YamlNode node = entries.get(key);
            return switch (node) {
                case null -> null;
                case Scalar scalar
                when scalar.kind() == Kind.NULL || scalar.text().isBlank() -> null;
                case Scalar scalar -> scalar.text().trim();
                default -> throw new InvalidRule(node.line(), "'" + key + "' takes one value, not a list or a map");
            };
        }

        /** The texts of a list, or of a single scalar; empty when absent. */
        public List<String> texts(String key) {
            YamlNode node = entries.get(key);
            return switch (node) {
                case null -> List.of();
                case Scalar scalar when scalar.kind() == Kind.NULL -> List.of();
                case Scalar scalar -> List.of(scalar.text());
                case Sequence sequence ->
                    sequence.items().stream().map(item -> itemText(key, item)).toList();
                case Mapping mapping -> throw new InvalidRule(mapping.line(), "'" + key + "' takes a list, not a map");
            };
        }

        private static String itemText(String key, YamlNode item) {
            if (item instanceof Scalar scalar) {
                return scalar.text();
            }
            throw new InvalidRule(item.line(), "'" + key + "' takes a list of plain values");
        }
    }
}
