package io.acso.edge.tuning;

import io.acso.core.detection.SigmaRule;
import io.acso.domain.event.LogSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Sigma filter in the form of the specification: the rule goes on to hold only where the selection does not.
 *
 * @param file the name that it should have
 */
record FilterDocument(String file, String yaml) {

    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_STEM = 50;

    static FilterDocument of(SigmaRule rule, Set<Trait> selection, LocalDate date, String description) {
        String key = rule.id() + new TreeSet<>(selection);
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        StringBuilder yaml = new StringBuilder();
        yaml.append("title: ").append(quoted(title(rule))).append('\n');
        yaml.append("id: ").append(id).append('\n');
        yaml.append("description: ").append(quoted(description)).append('\n');
        yaml.append("date: ").append(date).append('\n');
        yaml.append("logsource:\n");
        LogSource source = rule.logSource();
        part(yaml, "category", source.category());
        part(yaml, "product", source.product());
        part(yaml, "service", source.service());
        yaml.append("filter:\n    rules:\n        - ").append(quoted(rule.id())).append('\n');
        yaml.append("    selection:\n");
        for (Trait trait : new TreeSet<>(selection)) {
            yaml.append("        ").append(quoted(trait.field())).append(": ");
            yaml.append(quoted(escaped(trait.value()))).append('\n');
        }
        yaml.append("    condition: not selection\n");
        return new FilterDocument(name(rule, id), yaml.toString());
    }

    private static String title(SigmaRule rule) {
        String title = "Filter noise of " + rule.title();
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    /** Lower case letters, digits and underscores, as the specification asks. */
    private static String name(SigmaRule rule, UUID id) {
        String stem = rule.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String cut = stem.substring(0, Math.min(stem.length(), LONGEST_STEM));
        return "mf_" + cut + "_" + id.toString().substring(0, 8) + ".yml";
    }

    private static void part(StringBuilder yaml, String name, @Nullable String value) {
        if (value != null) {
            yaml.append("    ").append(name).append(": ").append(quoted(value)).append('\n');
        }
    }

    /** A text that means only itself: wildcards, and backslashes where they would escape something. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes = c == '\\' && (i + 1 == text.length() || "\\*?".indexOf(text.charAt(i + 1)) >= 0);
            escaped.append(c == '*' || c == '?' || escapes ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
