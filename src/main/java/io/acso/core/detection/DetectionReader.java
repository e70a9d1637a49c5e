package io.acso.core.detection;

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

/** Turns a rule's {@code detection} into a criterion. */
final class DetectionReader {

    private static final String CONDITION = "condition";
    private static final String TIMEFRAME = "timeframe";

    private final ItemReader items;

    DetectionReader(ItemReader items) {
        this.items = items;
    }

    Criterion read(Mapping detection) {
        YamlNode condition = detection.get(CONDITION);
        if (condition == null) {
            throw new InvalidRule(
                    detection.line(), "'detection' has no 'condition': add one, as 'condition: selection'");
        }
        if (detection.get(TIMEFRAME) != null) {
            throw new InvalidRule(
                    detection.line(), "'timeframe' is not part of Sigma 2: write a correlation rule instead");
        }
        Map<String, Criterion> searches = new LinkedHashMap<>();
        detection.entries().forEach((name, search) -> {
            if (!name.equals(CONDITION)) {
                searches.put(name, search(name, search));
            }
        });
        return condition(condition, searches);
    }

    private Criterion search(String name, YamlNode search) {
        return switch (search) {
            case Mapping mapping -> fields(name, mapping);
            case Sequence sequence -> alternatives(name, sequence);
            case Scalar scalar -> items.keywords(List.of(scalar));
        };
    }

    private Criterion fields(String name, Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            throw new InvalidRule(mapping.line(), "the search '" + name + "' is empty: give it a field");
        }
        List<Criterion> parts = new ArrayList<>();
        mapping.entries().forEach((key, value) -> parts.add(items.read(key, value)));
        return Criterion.all(parts);
    }

    private Criterion alternatives(String name, Sequence sequence) {
        List<Criterion> parts = new ArrayList<>();
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
            parts.add(items.keywords(keywords));
        }
        if (parts.isEmpty()) {
            throw new InvalidRule(sequence.line(), "the search '" + name + "' is empty: give it a keyword or a map");
        }
        return Criterion.any(parts);
    }

    /** Several conditions are alternatives. */
    private static Criterion condition(YamlNode node, Map<String, Criterion> searches) {
        return switch (node) {
            case Scalar scalar ->
                new Compiler(scalar.line(), searches).compile(ConditionParser.parse(scalar.line(), scalar.text()));
            case Sequence sequence
            when !sequence.items().isEmpty() ->
                Criterion.any(sequence.items().stream()
                        .map(item -> condition(item, searches))
                        .toList());
            default -> throw new InvalidRule(node.line(), "'condition' takes a text or a list of texts");
        };
    }

    private record Compiler(int line, Map<String, Criterion> searches) {

        Criterion compile(Condition condition) {
            return switch (condition) {
                case Condition.Or or -> Criterion.any(all(or.terms()));
                case Condition.And and -> Criterion.all(all(and.terms()));
                case Condition.Not not -> new Criterion.Not(compile(not.term()));
                case Condition.Name name -> named(name.name());
                case Condition.Of of -> of(of);
            };
        }

        private List<Criterion> all(List<Condition> terms) {
            return terms.stream().map(this::compile).toList();
        }

        private Criterion named(String name) {
            Criterion search = searches.get(name);
            if (search == null) {
                throw new InvalidRule(
                        line, "the condition names '" + name + "', but the searches are " + searches.keySet());
            }
            return search;
        }

        private Criterion of(Condition.Of of) {
            var meant = of.names();
            List<Criterion> parts = searches.entrySet().stream()
                    .filter(search -> meant.test(search.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            int needed = of.atLeast() == Condition.Of.ALL ? parts.size() : of.atLeast();
            if (parts.isEmpty() || needed > parts.size()) {
                throw new InvalidRule(
                        line,
                        "'of " + of.pattern() + "' means " + parts.size() + " searches of " + searches.keySet()
                                + ", which is too few");
            }
            return needed == parts.size() ? Criterion.all(parts) : new Criterion.SomeOf(needed, parts);
        }
    }
}
