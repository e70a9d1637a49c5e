package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseKeys;
import io.acso.domain.finding.DetectionFinding;
import io.acso.domain.finding.Finding;
import io.acso.domain.incident.Incident;
import io.acso.domain.incident.Picture;
import io.acso.domain.incident.Priority;
import io.acso.domain.incident.Rating;
import io.acso.domain.kernel.Severity;
import io.acso.platform.durability.Commit;
import io.acso.testsupport.Findings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The findings of one incident, over real HTTP. */
class IncidentFindingsApiTest extends ApiSuite {

    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    @Test
    void gives_the_findings_of_one_incident_as_they_are_a_page_at_a_time() {
        Finding first = finding("one", NOW);
        Finding second = finding("two", NOW.plusSeconds(5));
        Incident incident = incident(first);
        durability.commit(Commit.builder()
                .put(CaseKeys.newIncident(incident))
                .put(CaseKeys.newFinding(first))
                .put(CaseKeys.newFinding(second))
                .put(CaseKeys.membership(incident.id(), second))
                .put(CaseKeys.membership(incident.id(), first))
                .build());

        JsonNode page = json(platform.get("/api/v1/incidents/" + incident.id() + "/findings?limit=1"));
        assertThat(page.at("/items/0/id").asString()).isEqualTo(first.id());
        assertThat(page.at("/items/0/matched").isArray()).isTrue();
        assertThat(page.at("/items/0/entities").isEmpty()).isFalse();
        JsonNode rest = json(platform.get("/api/v1/incidents/" + incident.id() + "/findings?limit=5&cursor="
                + page.path("next").asString()));
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.at("/items/0/id").asString()).isEqualTo(second.id());
    }

    @Test
    void an_incident_that_is_none_has_no_findings() {
        assertThat(platform.get("/api/v1/incidents/none/findings").statusCode()).isEqualTo(404);
    }

    private static Finding finding(String rule, Instant time) {
        return DetectionFinding.described(Findings.of(rule)
                .at(time)
                .user("alice", "AKIAALICE")
                .matched("eventName", "CreateUser")
                .build());
    }

    private static Incident incident(Finding first) {
        Rating rating = new Rating(Severity.HIGH, Priority.P2, 55, 60, List.of());
        return Incident.open(first, Picture.of(first), rating, NOW, "for the test")
                .incident();
    }
}
