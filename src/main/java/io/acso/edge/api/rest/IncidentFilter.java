package io.acso.edge.api.rest;

import io.acso.domain.incident.Incident;
import io.acso.domain.kernel.Severity;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents a list shows, and in which order.
 *
 * @param status any of these; all when none is given
 * @param severity any of these
 * @param assignee any of these: {@code person:alice}, or {@code none} for what nobody works on
 * @param tactic any of these ATT&CK tactics that its findings show, such as {@code initial-access}
 * @param q text that its id, title or entities contain, in any case
 * @param from opened at this time or later
 * @param to opened before this time
 * @param sort what by: {@code opened}, {@code updated}, {@code severity}, {@code priority}, {@code status},
 *     {@code title} or {@code findings}, with {@code -} before it for the greatest first
 */
record IncidentFilter(
        @Nullable Set<Incident.Status> status,
        @Nullable Set<Severity> severity,
        @Nullable Set<String> assignee,
        @Nullable Set<String> tactic,
        @Size(max = 200) @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String sort) {

    static final String USUAL_SORT = "-opened";
    private static final String NOBODY = "none";

    boolean isEverythingAsOpened() {
        return none(status)
                && none(severity)
                && none(assignee)
                && none(tactic)
                && q == null
                && from == null
                && to == null
                && order().equals(USUAL_SORT);
    }

    String order() {
        return sort == null ? USUAL_SORT : sort;
    }

    boolean shows(Incident incident) {
        return in(status, incident.status())
                && in(severity, incident.rating().severity())
                && in(assignee, assigneeOf(incident))
                && (none(tactic)
                        || !Collections.disjoint(tactic, incident.picture().tactics()))
                && (from == null || !incident.opened().isBefore(from))
                && (to == null || incident.opened().isBefore(to))
                && (q == null || contains(incident, q.toLowerCase(Locale.ROOT)));
    }

    private static String assigneeOf(Incident incident) {
        return incident.assignee() == null ? NOBODY : incident.assignee().toString();
    }

    private static boolean contains(Incident incident, String text) {
        return incident.id().toLowerCase(Locale.ROOT).contains(text)
                || incident.title().toLowerCase(Locale.ROOT).contains(text)
                || incident.picture().entities().stream()
                        .anyMatch(entity ->
                                entity.value().toLowerCase(Locale.ROOT).contains(text));
    }

    private static boolean none(@Nullable Set<?> any) {
        return any == null || any.isEmpty();
    }

    private static <T> boolean in(@Nullable Set<T> any, T one) {
        return any == null || any.isEmpty() || any.contains(one);
    }
}
