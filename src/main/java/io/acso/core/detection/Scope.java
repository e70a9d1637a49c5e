package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that one form of a rule is for.
 *
 * @param source each part that it names has to be the event's
 * @param except log sources for which the rule has another form
 */
record Scope(LogSource source, List<LogSource> except) {

    private static final String ANY_REGISTRY_CHANGE = "registry_event";
    private static final String REGISTRY = "registry_";

    boolean covers(LogSource event) {
        return fits(source, event) && except.stream().noneMatch(other -> fits(other, event));
    }

    /** Whether what is meant names no part but those of the given one. */
    static boolean fits(LogSource meant, LogSource given) {
        return category(meant.category(), given.category())
                && part(meant.product(), given.product())
                && part(meant.service(), given.service());
    }

    /** Sigma's registry_event stands for each kind of change to the registry. */
    private static boolean category(@Nullable String meant, @Nullable String given) {
        return part(meant, given) || (ANY_REGISTRY_CHANGE.equals(meant) && given != null && given.startsWith(REGISTRY));
    }

    private static boolean part(@Nullable String meant, @Nullable String given) {
        return meant == null || meant.equalsIgnoreCase(given);
    }
}
