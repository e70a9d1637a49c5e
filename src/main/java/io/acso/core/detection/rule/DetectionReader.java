package io.acso.core.detection.rule;

import io.acso.core.detection.syntax.Condition;
import io.acso.core.detection.syntax.ConditionParser;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.syntax.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads searches and conditions from a rule's YAML. */
public final class DetectionReader {

    private static final String CONDITION = "condition";
    private static final String TIMEFRAME = "timeframe";

    private DetectionReader() {}

    /**
     * @param besides keys that are no searches
     * @throws InvalidRule when there is no condition, or a search is none
     */
    public static Detection read(Mapping detection, Set<String> besides) {
        YamlNode condition = detection.get(CONDITION);
        if (condition == null) {
            throw new InvalidRule(detection.line(), "there is no 'condition' here: add one, as 'condition: selection'");
        }
        if (detection.get(TIMEFRAME) instanceof Scalar timeframe) {
            throw new InvalidRule(
                    timeframe.line(), "'timeframe' is not part of Sigma 2: write a correlation rule instead");
        }
        Map<String, Search> searches = new LinkedHashMap<>();
        detection.entries().forEach((name, search) -> {
            if (!name.equals(CONDITION) && !besides.contains(name)) {
                searches.put(name, search(name, search));
            }
        });
        return new Detection(condition.line(), searches, condition(condition));
    }

    /** @throws InvalidRule when the node is no search */
    public static Search search(String name, YamlNode search) {
        return switch (search) {
            case Mapping mapping -> fields(name, mapping);
            case Sequence sequence -> alternatives(name, sequence);
            case Scalar scalar -> keywords(List.of(scalar));
        };
    }

    private static Search fields(String name, Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            throw new InvalidRule(mapping.line(), "the search '" + name + "' is empty: give it a field");
        }
        List<Search> parts = new ArrayList<>();
        mapping.entries().forEach((key, value) -> parts.add(item(key, value)));
        return Search.all(parts);
    }

    private static Search alternatives(String name, Sequence sequence) {
        List<Search> parts = new ArrayList<>();
        List<Scalar> keywords = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            switch (item) {
                case Scalar scalar -> keywords.add(scalar);
                case Mapping mapping -> parts.add(fields(name, mapping));
                case Sequence nested ->
                    throw new InvalidRule(nested.line(), "the search '" + name + "' has a list within a list");
            }
        }
        if (!keywords.isEmpty()) {
            parts.add(keywords(keywords));
        }
        if (parts.isEmpty()) {
            throw new InvalidRule(sequence.line(), "the search '" + name + "' is empty: give it a keyword or a map");
        }
        return Search.any(parts);
    }

    private static Item keywords(List<Scalar> scalars) {
        return new Item(scalars.getFirst().line(), "", Modifiers.NONE, scalars);
    }

    private static Item item(String key, YamlNode value) {
        Modifiers modifiers = Modifiers.parse(value.line(), key);
        String field = key.contains("|") ? key.substring(0, key.indexOf('|')) : key;
        List<Scalar> scalars = scalars(key, value);
        if (field.isEmpty() && (modifiers.has("exists") || modifiers.has("fieldref"))) {
            throw new InvalidRule(value.line(), "'exists' and 'fieldref' need a field's name before the '|'");
        }
        return new Item(value.line(), field, modifiers, scalars);
    }

    private static List<Scalar> scalars(String key, YamlNode value) {
        return switch (value) {
            case Scalar scalar -> List.of(scalar);
            case Sequence sequence
            when !sequence.items().isEmpty() ->
                sequence.items().stream().map(item -> scalar(key, item)).toList();
            default -> throw new InvalidRule(value.line(), "'" + key + "' needs a value or a list of values");
        };
    }

    private static Scalar scalar(String key, YamlNode item) {
        if (item instanceof Scalar scalar) {
            return scalar;
        }
        throw new InvalidRule(item.line(), "the list of '" + key + "' may hold only plain values");
    }

    /** Several conditions are alternatives. */
    private static Condition condition(YamlNode node) {
        return switch (node) {
            case Scalar scalar -> ConditionParser.parse(scalar.line(), scalar.text());
            case Sequence sequence
            when sequence.items().size() == 1 -> condition(sequence.items().getFirst());
            case Sequence sequence
            when !sequence.items().isEmpty() ->
                new Condition.Or(sequence.items().stream()
                        .map(DetectionReader::condition)
                        .toList());
            default -> throw new InvalidRule(node.line(), "'condition' takes a text or a list of texts");
        };
    }
}
