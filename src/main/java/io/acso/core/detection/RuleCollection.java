package io.acso.core.detection;

import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one file, one after the other: {@code action: global} adds to each of the following until
 * {@code action: reset}, and {@code action: repeat} is the document before with some of it changed. What a rule says
 * itself stands above what is common.
 */
final class RuleCollection {

    private static final String ACTION = "action";

    /** Kinds of documents that the common part is not meant for. */
    private static final Set<String> APART = Set.of("correlation", "filter");

    private Mapping common = new Mapping(1, Map.of());
    private @Nullable Mapping previous;

    /** @return the rule that the document makes; null when it only prepares others */
    @Nullable
    Mapping next(Mapping document) {
        Mapping content = without(document, ACTION);
        String action = document.text(ACTION);
        return switch (action) {
            case null -> rule(content);
            case "global" -> {
                common = merged(common, content);
                previous = null;
                yield null;
            }
            case "reset" -> {
                common = new Mapping(1, Map.of());
                yield null;
            }
            case "repeat" -> rule(repeated(document, content));
            default ->
                throw new InvalidRule(
                        document.line(), "'action: " + action + "' is none of global, reset and repeat: drop it");
        };
    }

    private Mapping rule(Mapping own) {
        if (APART.stream().anyMatch(kind -> own.get(kind) != null)) {
            return own;
        }
        previous = own;
        return merged(common, own);
    }

    private Mapping repeated(Mapping document, Mapping changes) {
        Mapping before = previous;
        if (before == null) {
            throw new InvalidRule(document.line(), "'action: repeat' needs a rule before it in the same file");
        }
        return merged(before, changes);
    }

    private static Mapping without(Mapping mapping, String key) {
        Map<String, YamlNode> entries = new LinkedHashMap<>(mapping.entries());
        entries.remove(key);
        return new Mapping(mapping.line(), entries);
    }

    /** Maps are joined key by key; of anything else the latter stands. */
    private static Mapping merged(Mapping first, Mapping second) {
        Map<String, YamlNode> entries = new LinkedHashMap<>(first.entries());
        second.entries()
                .forEach((key, value) -> entries.merge(
                        key,
                        value,
                        (one, other) -> one instanceof Mapping left && other instanceof Mapping right
                                ? merged(left, right)
                                : other));
        return new Mapping(second.line(), entries);
    }
}
