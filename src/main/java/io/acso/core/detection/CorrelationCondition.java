package io.acso.core.detection;

import io.acso.core.detection.correlation.EventCount;
import io.acso.core.detection.correlation.InOrder;
import io.acso.core.detection.correlation.Judge;
import io.acso.core.detection.correlation.Metric;
import io.acso.core.detection.correlation.Metric.Function;
import io.acso.core.detection.correlation.Plan;
import io.acso.core.detection.correlation.Share;
import io.acso.core.detection.correlation.Terms;
import io.acso.core.detection.correlation.Threshold;
import io.acso.core.detection.correlation.Threshold.Bound;
import io.acso.core.detection.correlation.Threshold.Comparison;
import io.acso.core.detection.correlation.Together;
import io.acso.core.detection.correlation.ValueCount;
import io.acso.core.detection.syntax.Condition;
import io.acso.core.detection.syntax.ConditionParser;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.value.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a correlation is true, and of what. A map compares a number; a text, for temporal ones, is an expression over
 * rules.
 *
 * @param rules as written; where there is no list, those of the expression
 * @param fields whose values are counted
 */
record CorrelationCondition(Judge judge, List<String> rules, List<String> fields) {

    private static final double HUNDRED = 100;

    static CorrelationCondition read(Mapping section, CorrelationType type) {
        List<String> rules = CorrelationSection.distinct(section, "rules");
        YamlNode node = section.get("condition");
        int line = CorrelationSection.line(section, "condition");
        if (type.temporal() && node instanceof Scalar text && section.text("condition") != null) {
            return bounded(section, expression(text, type, rules));
        }
        if (rules.isEmpty()) {
            throw new InvalidRule(section.line(), "'correlation' needs 'rules', ids or names of rules");
        }
        if (node instanceof Mapping map) {
            return bounded(section, comparison(map, type, rules));
        }
        if (type.temporal() && section.text("condition") == null) {
            return bounded(
                    section,
                    new CorrelationCondition(counting(type, rules, Threshold.atLeast(rules.size())), rules, List.of()));
        }
        throw new InvalidRule(line, "'condition' takes a comparison, for example gte: 10");
    }

    private static CorrelationCondition bounded(Mapping section, CorrelationCondition read) {
        if (read.rules().size() > Plan.MOST_MEMBERS) {
            throw new InvalidRule(
                    section.line(),
                    read.rules().size() + " rules in one correlation, " + Plan.MOST_MEMBERS
                            + " at the most: chain several correlations");
        }
        return read;
    }

    private static CorrelationCondition expression(Scalar text, CorrelationType type, List<String> listed) {
        Condition condition = ConditionParser.parse(text.line(), text.text());
        Set<String> named = new LinkedHashSet<>();
        boolean patterns = names(condition, named);
        List<String> rules = listed.isEmpty() ? List.copyOf(named) : listed;
        if (rules.isEmpty()) {
            throw new InvalidRule(text.line(), "'correlation' needs 'rules', ids or names of rules");
        }
        Terms terms = Terms.of(text.line(), condition, rules);
        if (!patterns && !named.containsAll(listed)) {
            List<String> missing = new ArrayList<>(listed);
            missing.removeAll(named);
            throw new InvalidRule(
                    text.line(),
                    "the condition does not mention " + String.join(", ", missing)
                            + ": add them to it or remove them from 'rules'");
        }
        Judge judge = type == CorrelationType.TEMPORAL ? new Together.Fitting(terms) : new InOrder.Fitting(terms);
        return new CorrelationCondition(judge, rules, List.of());
    }

    /** Collects the names of an expression; true when a pattern may mean further ones. */
    private static boolean names(Condition condition, Set<String> into) {
        return switch (condition) {
            case Condition.Name name -> {
                into.add(name.name());
                yield false;
            }
            case Condition.Of of -> true;
            case Condition.Not not -> names(not.term(), into);
            case Condition.And and -> names(and.terms(), into);
            case Condition.Or or -> names(or.terms(), into);
        };
    }

    private static boolean names(List<Condition> terms, Set<String> into) {
        boolean pattern = false;
        for (Condition term : terms) {
            pattern |= names(term, into);
        }
        return pattern;
    }

    private static CorrelationCondition comparison(Mapping map, CorrelationType type, List<String> rules) {
        List<Bound> bounds = new ArrayList<>();
        map.entries().forEach((key, value) -> {
            Comparison comparison = comparison(key);
            if (comparison != null) {
                bounds.add(new Bound(comparison, number(map, key)));
            } else if (!key.equals("field") && !key.equals("percentile")) {
                throw new InvalidRule(
                        value.line(), "'" + key + "' is no comparison: use gt, gte, lt, lte, eq, neq, and field");
            }
        });
        if (bounds.isEmpty()) {
            throw new InvalidRule(map.line(), "'condition' needs a comparison, for example gte: 10");
        }
        List<String> fields = fields(map, type);
        Threshold threshold = new Threshold(bounds);
        return new CorrelationCondition(
                type.ofValues() ? ofValues(map, type, threshold) : counting(type, rules, threshold), rules, fields);
    }

    private static List<String> fields(Mapping map, CorrelationType type) {
        List<String> fields = CorrelationSection.distinct(map, "field");
        int line = CorrelationSection.line(map, "field");
        if (type.ofValues() == fields.isEmpty()) {
            throw new InvalidRule(
                    line,
                    type.ofValues()
                            ? type.written() + " needs a 'field' in its condition"
                            : type.written() + " counts no field: remove 'field', or use value_count");
        }
        if (fields.size() > 1 && type != CorrelationType.VALUE_COUNT) {
            throw new InvalidRule(line, type.written() + " takes one field");
        }
        if (map.get("percentile") != null && type != CorrelationType.VALUE_PERCENTILE) {
            throw new InvalidRule(
                    CorrelationSection.line(map, "percentile"), "'percentile' belongs to value_percentile only");
        }
        return fields;
    }

    private static Judge counting(CorrelationType type, List<String> rules, Threshold threshold) {
        return switch (type) {
            case TEMPORAL -> new Together.Some(threshold);
            case TEMPORAL_ORDERED -> new InOrder.Some(rules.size(), threshold);
            default -> new EventCount(threshold);
        };
    }

    private static Judge ofValues(Mapping map, CorrelationType type, Threshold threshold) {
        return switch (type) {
            case VALUE_COUNT -> new ValueCount(threshold);
            case VALUE_SUM -> new Metric(Function.SUM, 0, threshold);
            case VALUE_AVG -> new Metric(Function.AVERAGE, 0, threshold);
            case VALUE_MEDIAN -> new Metric(Function.MEDIAN, 0, threshold);
            default ->
                map.get("percentile") == null
                        ? new Share(threshold)
                        : new Metric(Function.PERCENTILE, percentile(map), threshold);
        };
    }

    private static double percentile(Mapping map) {
        double percentile = number(map, "percentile");
        if (percentile < 0 || percentile > HUNDRED) {
            throw new InvalidRule(CorrelationSection.line(map, "percentile"), "a percentile is between 0 and 100");
        }
        return percentile;
    }

    private static @Nullable Comparison comparison(String key) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.name().toLowerCase(Locale.ROOT).equals(key)) {
                return comparison;
            }
        }
        return null;
    }

    private static double number(Mapping map, String key) {
        String text = map.text(key);
        BigDecimal number = text == null ? null : Numbers.ofYaml(text);
        if (number == null || !Double.isFinite(number.doubleValue())) {
            throw new InvalidRule(
                    CorrelationSection.line(map, key), "'" + key + "' takes a number, not '" + text + "'");
        }
        return number.doubleValue();
    }
}
