package io.acso.core.detection;

import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Severity;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads everything of a rule but its detection. */
final class RuleHeader {

    private static final String ATTACK = "attack.";
    private static final Pattern TECHNIQUE = Pattern.compile("t\\d{4}(\\.\\d{3})?");
    private static final Pattern TACTIC = Pattern.compile("[a-z]+([-_][a-z]+)*");

    private RuleHeader() {}

    static SigmaRule read(Mapping rule, String id, String path) {
        String title = rule.text("title");
        if (title == null) {
            throw new InvalidRule(rule.line(), "a rule needs a 'title'");
        }
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
                logSource(rule),
                tags,
                attack.stream()
                        .filter(TACTIC.asMatchPredicate())
                        .map(tactic -> tactic.replace('_', '-'))
                        .toList(),
                attack.stream()
                        .filter(TECHNIQUE.asMatchPredicate())
                        .map(technique -> technique.toUpperCase(Locale.ROOT))
                        .toList(),
                rule.texts("fields"),
                rule.texts("falsepositives"),
                rule.texts("references"),
                path);
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

    private static LogSource logSource(Mapping rule) {
        if (rule.get("correlation") != null) {
            return LogSource.of(null, null, null);
        }
        if (!(rule.get("logsource") instanceof Mapping source)) {
            throw new InvalidRule(rule.line(), "a rule needs a 'logsource' with category, product or service");
        }
        LogSource read = LogSource.of(part(source, "category"), part(source, "product"), part(source, "service"));
        if (read.equals(LogSource.of(null, null, null))) {
            throw new InvalidRule(source.line(), "'logsource' needs a category, a product or a service");
        }
        return read;
    }

    private static @Nullable String part(Mapping source, String name) {
        String part = source.text(name);
        return part == null ? null : part.toLowerCase(Locale.ROOT);
    }
}
