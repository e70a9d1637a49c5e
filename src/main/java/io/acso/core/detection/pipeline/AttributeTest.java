package io.acso.core.detection.pipeline;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Kind;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.syntax.YamlNode.Sequence;
import io.acso.core.detection.value.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks for an attribute of a rule: levels and states by their order, dates, numbers, texts, and members of lists. */
record AttributeTest(String attribute, String value, String op) implements Test<Draft> {

    /** From least to most. */
    private static final Map<String, List<String>> ORDERED = Map.of(
            "level", List.of("informational", "low", "medium", "high", "critical"),
            "status", List.of("unsupported", "deprecated", "experimental", "test", "stable"));

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    static AttributeTest read(Parameters parameters) {
        String[] ops = Stream.concat(Stream.of(Comparison.NAMES), Stream.of("in", "not_in"))
                .toArray(String[]::new);
        String attribute = parameters.required("attribute");
        String value = parameters.required("value");
        List<String> order = ORDERED.get(attribute);
        if (order != null && !order.contains(value.toLowerCase(Locale.ROOT))) {
            throw parameters.wrong("'" + value + "' is no " + attribute + ": use one of " + order);
        }
        return new AttributeTest(attribute, value, parameters.choice("op", ops));
    }

    @Override
    public boolean holds(Draft draft, Run run) {
        YamlNode given = draft.document().get(attribute);
        return switch (given) {
            case null -> false;
            case Scalar nothing when nothing.kind() == Kind.NULL -> false;
            case Scalar scalar -> !op.endsWith("in") && compare(scalar);
            case Sequence sequence -> member(sequence);
            case YamlNode.Mapping map ->
                throw new InvalidRule(map.line(), "a pipeline compares '" + attribute + "', which is a map");
        };
    }

    private boolean member(Sequence sequence) {
        boolean in = sequence.items().stream()
                .anyMatch(item -> item instanceof Scalar scalar && scalar.text().equals(value));
        return switch (op) {
            case "in" -> in;
            case "not_in" -> !in;
            case "ne" -> true;
            default -> false;
        };
    }

    private boolean compare(Scalar given) {
        Comparison comparison = Comparison.of(op);
        List<String> order = ORDERED.get(attribute);
        if (order != null) {
            int place = order.indexOf(given.text().toLowerCase(Locale.ROOT));
            return comparison.holds(Integer.compare(place, order.indexOf(value.toLowerCase(Locale.ROOT))));
        }
        boolean ordered = given.kind() == Kind.NUMBER && Numbers.ofYaml(value) != null
                || DATE.matcher(given.text()).matches() && DATE.matcher(value).matches();
        if (!ordered && comparison != Comparison.EQ && comparison != Comparison.NE) {
            throw new InvalidRule(
                    given.line(), "a pipeline compares '" + attribute + "' by '" + op + "', but it has no order");
        }
        return comparison.holds(given.text(), value);
    }
}
