package io.acso.edge.api.rest;

import io.acso.agent.casebook.CaseKeys;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Severity;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.testsupport.Findings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Incidents as agents would keep them. */
final class Incidents {

    private Incidents() {}

    /** Keeps a new incident, the newest of all, with so many findings. */
    static Incident keep(Durability durability, int findings) {
        Instant now = Instant.now();
        String mark = UUID.randomUUID().toString();
        Finding first =
                Findings.of(mark + "-0").at(now).user("u" + mark, "AKIA" + mark).build();
        Rating rating = new Rating(
                Severity.HIGH, Priority.P2, 70, 80, List.of(new Rating.Contribution("severity", 70, "high")));
        Incident incident =
                Incident.open(first, Picture.of(first), rating, now, "because").incident();
        Commit.Builder commit = Commit.builder().put(CaseKeys.newIncident(incident));
        for (int i = 0; i < findings; i++) {
            Finding finding =
                    i == 0 ? first : Findings.of(mark + "-" + i).at(now).build();
            commit.put(CaseKeys.newFinding(finding));
            commit.put(CaseKeys.membership(incident.id(), finding));
            commit.put(CaseKeys.item(CaseKeys.placed(finding.id()), incident.id()));
        }
        durability.commit(commit.build());
        return incident;
    }
}
