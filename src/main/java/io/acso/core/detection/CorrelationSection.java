package io.acso.core.detection;

import io.acso.core.detection.correlation.Judge;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands below {@code correlation}.
 *
 * @param rules as written, by id or name
 * @param aliases alias to rule, as written, to field
 * @param valueFields the condition's fields; empty when events are counted
 */
record CorrelationSection(
        int line,
        CorrelationType type,
        List<String> rules,
        List<String> groupBy,
        Map<String, Map<String, String>> aliases,
        Duration timespan,
        boolean generate,
        Judge judge,
        List<String> valueFields) {

    private static final Set<String> KNOWN =
            Set.of("type", "rules", "group-by", "aliases", "timespan", "condition", "generate");

    /** @param rule the whole document: {@code generate} may stand there too, as in the specification's schema */
    static CorrelationSection read(Mapping rule) {
        if (!(rule.get("correlation") instanceof Mapping section)) {
            throw new InvalidRule(rule.line(), "'correlation' takes a map with type, rules, timespan and condition");
        }
        section.entries().forEach((key, value) -> {
            if (!KNOWN.contains(key)) {
                throw new InvalidRule(
                        value.line(),
                        "'" + key + "' is not known below 'correlation': use " + String.join(", ", KNOWN));
            }
        });
        CorrelationType type = CorrelationType.read(section);
        CorrelationCondition condition = CorrelationCondition.read(section, type);
        return new CorrelationSection(
                section.line(),
                type,
                condition.rules(),
                distinct(section, "group-by"),
                aliases(section),
                Timespan.read(section),
                generate(section) || generate(rule),
                condition.judge(),
                condition.fields());
    }

    /** The values of a list, each once. */
    static List<String> distinct(Mapping section, String key) {
        return section.texts(key).stream().map(String::trim).distinct().toList();
    }

    private static boolean generate(Mapping where) {
        String text = where.text("generate");
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new InvalidRule(line(where, "generate"), "'generate' is true or false, not '" + text + "'");
    }

    private static Map<String, Map<String, String>> aliases(Mapping section) {
        Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
        YamlNode node = section.get("aliases");
        if (node == null) {
            return aliases;
        }
        if (!(node instanceof Mapping mapping)) {
            throw new InvalidRule(node.line(), "'aliases' takes a map of alias to rule to field");
        }
        mapping.entries().forEach((alias, value) -> {
            if (!(value instanceof Mapping fields)) {
                throw new InvalidRule(value.line(), "alias '" + alias + "' takes a map of rule to field");
            }
            Map<String, String> byRule = new LinkedHashMap<>();
            fields.entries().keySet().forEach(ref -> {
                String field = fields.text(ref);
                if (field == null) {
                    throw new InvalidRule(fields.line(), "alias '" + alias + "' names no field for '" + ref + "'");
                }
                byRule.put(ref, field);
            });
            aliases.put(alias, byRule);
        });
        return aliases;
    }

    static int line(Mapping section, String key) {
        @Nullable YamlNode node = section.get(key);
        return node == null ? section.line() : node.line();
    }
}
