package io.acso.domain.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.acso.domain.finding.Finding;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case. Only its own methods change it, and each gives the facts of the change.
 *
 * @param picture what its findings say taken together
 * @param contained when every containment action of its response had taken; null before
 * @param assignee who works on it; null as long as nobody does
 */
public record Incident(
        String id,
        Kind kind,
        String title,
        Status status,
        Rating rating,
        Picture picture,
        Instant opened,
        Instant updated,
        @Nullable Instant contained,
        @Nullable Instant resolved,
        @Nullable Principal assignee) {

    /** What sort of case this is. */
    public enum Kind {
        SECURITY,
        SERVICE
    }

    /** OCSF's incident states, those that are used. */
    public enum Status {
        NEW,
        IN_PROGRESS,
        ON_HOLD,
        RESOLVED,
        CLOSED
    }

    /** The new state and what happened. */
    public record Change(Incident incident, List<IncidentFact> facts) {
        public Change {
            facts = List.copyOf(facts);
        }
    }

    /** Opens a case with its first finding; the same finding always opens the same case. */
    public static Change open(Finding first, Picture picture, Rating rating, Instant now, String why) {
        Incident incident = new Incident(
                Digest.id("inc", first.id()),
                Kind.SECURITY,
                first.title(),
                Status.NEW,
                rating,
                picture,
                now,
                now,
                null,
                null,
                null);
        return new Change(
                incident,
                List.of(
                        new IncidentFact.IncidentOpened(now, why),
                        new IncidentFact.FindingJoined(now, first.time(), first.id(), first.title()),
                        new IncidentFact.IncidentRated(now, rating.describe())));
    }

    /** Adds a finding; {@code seen} and {@code next} count it already. The case is named after what raised it last. */
    public Change join(Finding finding, Picture seen, Rating next, Instant now, String why) {
        List<IncidentFact> facts = new ArrayList<>();
        facts.add(new IncidentFact.FindingJoined(now, finding.time(), finding.id(), finding.title() + ": " + why));
        if (next.severity() != rating.severity() || next.priority() != rating.priority()) {
            facts.add(new IncidentFact.IncidentRated(now, next.describe()));
        }
        boolean raises = next.severity().compareTo(rating.severity()) > 0 && finding.severity() == seen.worst();
        String name = raises ? finding.title() : title;
        Incident joined = new Incident(id, kind, name, status, next, seen, opened, now, contained, resolved, assignee);
        return new Change(joined, facts);
    }

    public Change respond(String executionId, Instant now, String why) {
        return new Change(
                with(Status.IN_PROGRESS, now, contained, null),
                List.of(new IncidentFact.ResponseChosen(now, executionId, why)));
    }

    public Change contained(Instant now, String how) {
        return new Change(with(status, now, now, resolved), List.of(new IncidentFact.IncidentContained(now, how)));
    }

    public Change resolved(Instant now, String how) {
        return new Change(
                with(Status.RESOLVED, now, contained, now), List.of(new IncidentFact.IncidentResolved(now, how)));
    }

    /** Waits for a person: nothing more happens by itself. */
    public Change hold(Instant now, String why) {
        return new Change(
                with(Status.ON_HOLD, now, contained, null), List.of(new IncidentFact.IncidentNoted(now, why)));
    }

    /** Gives it to a person to work on; to nobody when that is null. */
    public Change assigned(@Nullable Principal to, Principal by, Instant now) {
        Incident next = new Incident(id, kind, title, status, rating, picture, opened, now, contained, resolved, to);
        String text = to == null ? "given up by " + by : "assigned to " + to + " by " + by;
        return new Change(next, List.of(new IncidentFact.IncidentAssigned(now, to, text)));
    }

    /** Ends it for good: findings of its actors open another from now on. */
    public Change closed(Instant now, String why) {
        return new Change(
                with(Status.CLOSED, now, contained, resolved == null ? now : resolved),
                List.of(new IncidentFact.IncidentClosed(now, why)));
    }

    /** Takes up again what was held, resolved or closed. */
    public Change reopened(Instant now, String why) {
        return new Change(
                with(Status.IN_PROGRESS, now, contained, null), List.of(new IncidentFact.IncidentReopened(now, why)));
    }

    /** Whether findings may still join it. */
    @JsonIgnore
    public boolean isOpen() {
        return status != Status.CLOSED && status != Status.RESOLVED;
    }

    private Incident with(Status next, Instant now, @Nullable Instant containedAt, @Nullable Instant resolvedAt) {
        return new Incident(id, kind, title, next, rating, picture, opened, now, containedAt, resolvedAt, assignee);
    }
}
