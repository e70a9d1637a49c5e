package io.acso.core.detection;

import io.acso.core.detection.rule.Detection;
import io.acso.core.detection.rule.DetectionReader;
import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.rule.LogSources;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.core.detection.syntax.YamlNode.Scalar;
import io.acso.core.detection.syntax.YamlNode.Sequence;
import io.acso.domain.event.LogSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A Sigma filter: a condition that has to hold beside the conditions of the rules that it names.
 *
 * @param path of its file
 * @param line of its list of rules
 * @param logSource that the rules have to be within
 * @param rules ids or names; empty for any
 */
record RuleFilter(String path, int line, LogSource logSource, Set<String> rules, Detection detection) {

    static final String KIND = "filter";
    private static final String RULES = "rules";
    private static final String ANY = "any";

    static RuleFilter read(String path, Mapping document) {
        if (document.text("title") == null) {
            throw new InvalidRule(document.line(), "a filter needs a 'title'");
        }
        if (!(document.get(KIND) instanceof Mapping filter)) {
            throw new InvalidRule(document.line(), "'filter' takes a map with rules, searches and a condition");
        }
        YamlNode rules = filter.get(RULES);
        if (rules == null) {
            throw new InvalidRule(filter.line(), "a filter names its rules: 'rules: any', or a list of ids or names");
        }
        Detection detection = DetectionReader.read(filter, Set.of(RULES));
        if (detection.searches().isEmpty()) {
            throw new InvalidRule(filter.line(), "a filter needs a search, as 'selection'");
        }
        return new RuleFilter(path, rules.line(), LogSources.of(document), names(rules), detection);
    }

    private static Set<String> names(YamlNode rules) {
        return switch (rules) {
            case Scalar scalar when scalar.text().equalsIgnoreCase(ANY) -> Set.of();
            case Scalar scalar when !scalar.text().isBlank() -> Set.of(scalar.text());
            case Sequence sequence -> names(sequence.items());
            default -> throw new InvalidRule(rules.line(), "'rules' takes any, or a list of ids or names");
        };
    }

    private static Set<String> names(List<YamlNode> items) {
        Set<String> names = new LinkedHashSet<>();
        for (YamlNode item : items) {
            if (!(item instanceof Scalar scalar)) {
                throw new InvalidRule(item.line(), "'rules' takes a list of ids or names");
            }
            names.add(scalar.text());
        }
        return names;
    }

    /** @param names the rule's id and name */
    boolean appliesTo(Draft rule, Set<String> names) {
        return Scope.fits(logSource, rule.logSource())
                && (rules.isEmpty() || names.stream().anyMatch(rules::contains));
    }
}
