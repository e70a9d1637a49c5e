package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people do with incidents over the API: find, discuss, give, hold, close. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentsApiTest extends ApiSuite {

    private static final Instant NOON = Instant.parse("2031-05-06T12:00:00Z");

    private String low = "";
    private String high = "";
    private String critical = "";

    @BeforeAll
    void incidents(@Autowired Durability store) {
        low = keep(store, "alpha probe", Severity.LOW, 1);
        high = keep(store, "beta theft", Severity.HIGH, 2);
        critical = keep(store, "gamma theft", Severity.CRITICAL, 3);
    }

    @Test
    void lists_show_what_is_asked_for_in_the_order_asked_for() {
        assertThat(ids("q=THEFT&sort=severity")).containsExactly(high, critical);
        assertThat(ids("q=theft&sort=-severity")).containsExactly(critical, high);
        assertThat(ids("severity=LOW&severity=HIGH&from=2031-05-01T00:00:00Z&sort=title"))
                .containsExactly(low, high);
        assertThat(ids("severity=LOW,HIGH&from=2031-05-01T00:00:00Z&sort=-title"))
                .containsExactly(high, low);
        assertThat(ids("from=" + NOON.plusSeconds(2) + "&to=" + NOON.plusSeconds(3)))
                .containsExactly(high);
        assertThat(ids("assignee=person:nobody-knows")).isEmpty();
    }

    @Test
    void a_filter_takes_several_values() {
        assertThat(ids("assignee=person:nobody-knows&assignee=none")).containsAll(ids("assignee=none"));
        assertThat(ids("from=2031-05-01T00:00:00Z&tactic=no-such-tactic&tactic=impact"))
                .contains(high);
        assertThat(ids("tactic=no-such-tactic")).isEmpty();
    }

    @Test
    void a_list_says_whom_each_is_about() {
        JsonNode found = json(platform.get("/api/v1/incidents?q=" + high));
        assertThat(found.path("items").path(0).path("about").asString("")).startsWith("arn:aws:iam::");
    }

    @Test
    void pages_of_a_sorted_list_go_on_where_the_last_one_ended() {
        JsonNode first = json(platform.get("/api/v1/incidents?from=2031-05-01T00:00:00Z&sort=-severity&limit=2"));
        assertThat(first.path("items").findValuesAsString("id")).containsExactly(critical, high);
        JsonNode rest = json(platform.get("/api/v1/incidents?from=2031-05-01T00:00:00Z&sort=-severity&limit=2&cursor="
                + first.path("next").asString()));
        assertThat(rest.path("items").findValuesAsString("id")).containsExactly(low);
        assertThat(rest.has("next")).isFalse();
    }

    @Test
    void what_cannot_be_asked_is_a_problem() {
        for (String bad : List.of(
                "sort=colour",
                "severity=AWFUL",
                "from=yesterday",
                "sort=title&cursor=!",
                "sort=title&cursor=eA",
                "q=" + "x".repeat(201))) {
            HttpResponse<String> answer = platform.get("/api/v1/incidents?" + bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        }
    }

    @Test
    void an_incident_is_discussed() {
        String comments = "/api/v1/incidents/" + low + "/comments";
        HttpResponse<String> said = post(comments, "{\"text\":\" <b>who</b> is on it? \"}");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
        JsonNode comment = json(platform.get(comments)).path("items").path(0);
        assertThat(comment.path("text").asString()).isEqualTo("<b>who</b> is on it?");
        assertThat(comment.path("by").asString()).isEqualTo("person:owner");
        assertThat(post(comments, "{\"text\":\"  \"}").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/incidents/none/comments", "{\"text\":\"x\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_incident_is_given_to_somebody_if_it_is_still_as_read() {
        String path = "/api/v1/incidents/" + high;
        String etag = platform.get(path).headers().firstValue("etag").orElseThrow();
        var request = platform.to(path + "/assign")
                .header("content-type", "application/json")
                .header("if-match", etag)
                .POST(ofString("{\"to\":\"person:alice\"}"));
        assertThat(platform.send(request).statusCode()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(ids("assignee=person:alice")).containsExactly(high));
        assertThat(platform.send(request).statusCode()).isEqualTo(412);
        assertThat(json(platform.get(path)).path("timeline").findValuesAsString("fact"))
                .contains("IncidentAssigned");
        assertThat(post(path + "/assign", "{\"to\":\"agent:supervisor\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void many_incidents_are_moved_at_once_and_the_others_are_named() {
        String bulk = "{\"incidents\":[\"" + low + "\",\"none\",\"" + critical
                + "\"],\"status\":\"CLOSED\",\"why\":\"a drill\",\"assign\":{\"to\":\"person:bob\"}}";
        HttpResponse<String> answer = post("/api/v1/incidents/bulk", bulk);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer).path("refused").path(0).path("incident").asString())
                .isEqualTo("none");
        await().untilAsserted(() -> assertThat(ids("assignee=person:bob&status=CLOSED&sort=severity"))
                .containsExactly(low, critical));
        assertThat(post("/api/v1/incidents/" + low + "/status", "{\"status\":\"IN_PROGRESS\"}")
                        .statusCode())
                .isEqualTo(202);
        await().untilAsserted(() -> assertThat(json(platform.get("/api/v1/incidents/" + low))
                        .at("/incident/status")
                        .asString())
                .isEqualTo("IN_PROGRESS"));
        assertThat(post("/api/v1/incidents/bulk", "{\"incidents\":[]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_overview_says_what_waits_and_what_goes_on() {
        JsonNode overview = json(platform.get("/api/v1/overview"));
        assertThat(overview.path("findings").path("byHour")).hasSize(24);
        assertThat(overview.at("/incidents/byStatus").properties()).isNotEmpty();
        assertThat(overview.path("agents").findValuesAsString("name")).contains("supervisor");
    }

    private List<String> ids(String query) {
        HttpResponse<String> answer = platform.get("/api/v1/incidents?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("items").findValuesAsString("id");
    }

    private HttpResponse<String> post(String path, String body) {
        return platform.send(
                platform.to(path).header("content-type", "application/json").POST(ofString(body)));
    }

    private static String keep(Durability store, String title, Severity severity, int minute) {
        Finding finding = Findings.of(title)
                .titled(title)
                .user("mallory", "AKIAMALLORY")
                .tactics("impact")
                .severity(severity)
                .at(NOON.plusSeconds(minute))
                .build();
        Rating rating = new Rating(severity, Priority.P3, 10, 50, List.of());
        Incident incident = Incident.open(finding, Picture.of(finding), rating, NOON.plusSeconds(minute), "why")
                .incident();
        store.commit(Commit.builder().put(CaseKeys.newIncident(incident)).build());
        return incident.id();
    }
}
