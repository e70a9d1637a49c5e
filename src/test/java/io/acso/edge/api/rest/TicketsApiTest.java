package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.agent.casebook.CaseKeys;
import io.acso.agent.casebook.Ticket;
import io.acso.domain.incident.Incident;
import io.acso.platform.durability.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Service tickets, as Service Orchestration keeps them. */
class TicketsApiTest extends ApiSuite {

    @Test
    void tickets_are_listed_by_their_incident_the_newest_first_and_by_how_they_stand() {
        Ticket older = keep(false);
        Incident without = Incidents.keep(durability, 1);
        Ticket newer = keep(true);

        List<String> all = ids("/api/v1/tickets?limit=200");
        assertThat(all).containsSubsequence(newer.id(), older.id());
        assertThat(ids("/api/v1/tickets?limit=200&status=CLOSED"))
                .contains(newer.id())
                .doesNotContain(older.id());
        assertThat(ids("/api/v1/tickets?limit=200&status=OPEN"))
                .contains(older.id())
                .doesNotContain(newer.id());
        assertThat(platform.get("/api/v1/tickets?limit=200").body()).doesNotContain(without.id());
    }

    @Test
    void a_page_leads_on_past_incidents_without_a_ticket() {
        Ticket last = keep(false);
        Incidents.keep(durability, 1);
        Ticket first = keep(false);
        List<String> found = new ArrayList<>();
        String next = "/api/v1/tickets?limit=1";
        while (!next.isEmpty() && !found.contains(last.id())) {
            JsonNode page = json(platform.get(next));
            page.path("items").forEach(each -> found.add(each.path("id").asString("")));
            String cursor = page.path("next").asString("");
            next = cursor.isEmpty() ? "" : "/api/v1/tickets?limit=1&cursor=" + cursor;
        }
        assertThat(found).startsWith(first.id()).endsWith(last.id());
    }

    @Test
    void a_status_that_there_is_not_is_refused() {
        assertThat(platform.get("/api/v1/tickets?status=HALF").statusCode()).isEqualTo(400);
    }

    private Ticket keep(boolean closed) {
        Incident incident = Incidents.keep(durability, 1);
        Instant now = Instant.now();
        Ticket open = new Ticket(
                "tkt-" + incident.id(), incident.id(), incident.title(), "P2", Ticket.Status.OPEN, now, null, null);
        Ticket ticket = closed ? open.close(now, "contained") : open;
        durability.commit(Commit.builder()
                .put(CaseKeys.item(CaseKeys.ticket(incident.id()), ticket))
                .build());
        return ticket;
    }

    private List<String> ids(String path) {
        List<String> found = new ArrayList<>();
        json(platform.get(path))
                .path("items")
                .forEach(each -> found.add(each.path("id").asString("")));
        return found;
    }
}
