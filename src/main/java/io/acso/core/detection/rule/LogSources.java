package io.acso.core.detection.rule;

import io.acso.core.detection.syntax.InvalidRule;
import io.acso.core.detection.syntax.YamlNode.Mapping;
import io.acso.domain.event.LogSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads log sources. */
public final class LogSources {

    private static final LogSource ANY = LogSource.of(null, null, null);

    private LogSources() {}

    /**
     * Of a rule or a filter, by its {@code logsource}.
     *
     * @throws InvalidRule when there is none, or it names no part
     */
    public static LogSource of(Mapping document) {
        if (!(document.get("logsource") instanceof Mapping source)) {
            throw new InvalidRule(document.line(), "a rule needs a 'logsource' with category, product or service");
        }
        LogSource read = parts(source);
        if (read.equals(ANY)) {
            throw new InvalidRule(source.line(), "'logsource' needs a category, a product or a service");
        }
        return read;
    }

    /** In lower case. */
    public static LogSource parts(Mapping source) {
        return LogSource.of(part(source, "category"), part(source, "product"), part(source, "service"));
    }

    private static @Nullable String part(Mapping source, String name) {
        String part = source.text(name);
        return part == null ? null : part.toLowerCase(Locale.ROOT);
    }
}
