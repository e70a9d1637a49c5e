package io.acso.agent.supervisor;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Held;
import io.acso.agent.runtime.Workbench;
import io.acso.core.correlation.IncidentRating;
import io.acso.core.correlation.JoinKey;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.IncidentFact;
import io.acso.domain.incident.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An incident as it will be when the task is committed, with the facts that led there. */
final class IncidentDraft {

    private final @Nullable Held<Incident> held;
    private final IncidentRating rating;
    private final Instant now;
    private final List<Finding> joined = new ArrayList<>();
    private final List<IncidentFact> facts = new ArrayList<>();
    private Incident incident;

    private IncidentDraft(@Nullable Held<Incident> held, Incident incident, IncidentRating rating, Instant now) {
        this.held = held;
        this.incident = incident;
        this.rating = rating;
        this.now = now;
    }

    static IncidentDraft of(Held<Incident> held, IncidentRating rating, Instant now) {
        return new IncidentDraft(held, held.value(), rating, now);
    }

    static IncidentDraft open(Finding first, String why, IncidentRating rating, Instant now) {
        Picture picture = Picture.of(first);
        Incident.Change change = Incident.open(first, picture, rating.rate(picture), now, why);
        IncidentDraft draft = new IncidentDraft(null, change.incident(), rating, now);
        draft.facts.addAll(change.facts());
        draft.joined.add(first);
        return draft;
    }

    Incident incident() {
        return incident;
    }

    void join(Finding finding, String why) {
        Picture picture = incident.picture().with(finding);
        apply(incident.join(finding, picture, rating.rate(picture), now, why));
        joined.add(finding);
    }

    /** Notes that the actor of the new finding is in another incident too. */
    void relate(String otherIncidentId) {
        facts.add(new IncidentFact.IncidentNoted(now, "shares an actor with incident " + otherIncidentId));
    }

    private void apply(Incident.Change change) {
        incident = change.incident();
        facts.addAll(change.facts());
    }

    /** Stages the incident, its new findings and facts, and the actors that lead here from now on. */
    void stage(Workbench bench, List<JoinKey> keys) {
        if (held == null) {
            bench.put(CaseKeys.newIncident(incident));
        } else {
            bench.put(held.replacedBy(incident));
        }
        Case.stageFacts(bench, incident, facts);
        for (Finding finding : joined) {
            bench.overwrite(CaseKeys.membership(incident.id(), finding));
            bench.put(CaseKeys.item(CaseKeys.placed(finding.id()), incident.id()));
        }
        keys.stream()
                .filter(JoinKey::own)
                .forEach(key -> bench.overwrite(CaseKeys.item(CaseKeys.actor(key.key()), incident.id())));
        if (held == null) {
            bench.ledger(
                    "IncidentOpened",
                    incident.id(),
                    Map.of(
                            "severity", incident.rating().severity().name(),
                            "finding", joined.getFirst().id()));
        }
    }
}
