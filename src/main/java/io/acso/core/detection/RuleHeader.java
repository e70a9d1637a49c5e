package io.acso.core.detection;

import io.acso.core.detection.rule.Draft;
import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.domain.kernel.Severity;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads everything of a rule but its detection. */
final class RuleHeader {

    private static final String ATTACK = "attack.";
    private static final Pattern TECHNIQUE = Pattern.compile("t\\d{4}(\\.\\d{3})?");
    private static final Pattern TACTIC = Pattern.compile("[a-z]+([-_][a-z]+)*");

    private RuleHeader() {}

    static SigmaRule read(Draft draft, String id, String path) {
        Mapping rule = draft.document();
        String title = requireTitle(rule);
        List<String> tags = rule.texts("tags");
        List<String> attack = tags.stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .filter(tag -> tag.startsWith(ATTACK))
                .map(tag -> tag.substring(ATTACK.length()))
                .toList();
        return new SigmaRule(
                id,
                title,
                level(rule),
                rule.text("status"),
                rule.text("description"),
                rule.text("author"),
                draft.logSource(),
                tags,
                attack.stream()
                        .filter(TACTIC.asMatchPredicate())
                        .map(tactic -> tactic.replace('_', '-'))
                        .toList(),
                attack.stream()
                        .filter(TECHNIQUE.asMatchPredicate())
                        .map(technique -> technique.toUpperCase(Locale.ROOT))
                        .toList(),
                draft.fields(),
                rule.texts("falsepositives"),
                rule.texts("references"),
                path,
                DetailsReader.read(rule));
    }

    static String requireTitle(Mapping rule) {
        String title = rule.text("title");
        if (title == null) {
            throw new InvalidRule(rule.line(), "a rule needs a 'title'");
        }
        return title;
    }

    private static Severity level(Mapping rule) {
        String level = rule.text("level");
        if (level == null) {
            return Severity.MEDIUM;
        }
        try {
            return Severity.of(level);
        } catch (IllegalArgumentException e) {
            throw new InvalidRule(
                    rule.entries().get("level") instanceof YamlNode node ? node.line() : rule.line(),
                    "'" + level + "' is not a level: use informational, low, medium, high or critical");
        }
    }
}
