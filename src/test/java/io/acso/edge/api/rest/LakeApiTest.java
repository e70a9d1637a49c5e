package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.testsupport.CloudTrailRecords;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Searching events, and SQL over them. */
class LakeApiTest extends ApiSuite {

    private static final String DAY = "from=2024-03-04T00:00:00Z&to=2024-03-05T00:00:00Z";

    @BeforeEach
    void events() {
        CloudTrailRecords records = new CloudTrailRecords(Instant.parse("2024-03-04T10:00:00Z"));
        CloudTrailRecords.Caller carol = CloudTrailRecords.user("carol", "AKIACAROL", "203.0.113.9");
        CloudTrailRecords.Caller dave = CloudTrailRecords.user("dave", "AKIADAVE", "203.0.113.10");
        for (int i = 0; i < 4; i++) {
            records.call(carol, "iam", "ListUsers");
        }
        records.call(dave, "ec2", "DescribeInstances");
        platform.send(platform.to("/api/v1/events").POST(ofString(records.ndjson())));
        await().untilAsserted(() -> assertThat(search(DAY)).hasSize(5));
    }

    @Test
    void events_are_found_by_what_was_done_by_whom_and_by_their_text() {
        assertThat(search(DAY + "&operation=DescribeInstances")).hasSize(1);
        assertThat(search(DAY + "&actor=AKIADAVE")).hasSize(1);
        assertThat(search(DAY + "&entity=AKIACAROL&q=listusers")).hasSize(4);
        assertThat(search(DAY + "&q=" + encoded("' OR 1=1 --"))).isEmpty();
        assertThat(search(DAY + "&actor=" + encoded("x') OR true OR list_contains(actor_keys, '")))
                .isEmpty();
    }

    @Test
    void pages_go_back_in_time_without_gap_or_repetition() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(platform.get("/api/v1/events?" + DAY + "&limit=2" + cursor));
            ids.addAll(page.path("items").findValuesAsString("id"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(platform.get("/api/v1/events?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void an_event_is_shown_as_it_came_and_in_ocsf() {
        String id = search(DAY + "&operation=DescribeInstances").getFirst();
        JsonNode event = json(platform.get("/api/v1/events/" + id));
        assertThat(event.at("/raw/eventName").asString()).isEqualTo("DescribeInstances");
        assertThat(event.at("/ocsf/class_uid").asInt()).isPositive();
        assertThat(platform.get("/api/v1/events/none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_select_is_run_and_nothing_else() {
        JsonNode result = json(query(
                "SELECT operation, count(*) AS n FROM events WHERE year(time) = 2024 GROUP BY 1" + " ORDER BY n DESC"));
        assertThat(result.path("columns").values())
                .extracting(JsonNode::asString)
                .containsExactly("operation", "n");
        assertThat(result.at("/rows/0/1").asInt()).isEqualTo(4);
        HttpResponse<String> refused = query("SELECT * FROM read_text('/etc/passwd')");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("type").asString()).endsWith("query-refused");
        assertThat(query("SELEC").statusCode()).isEqualTo(400);
        assertThat(json(platform.get("/api/v1/lake/schema"))
                        .at("/tables/0/name")
                        .asString())
                .isEqualTo("events");
    }

    private List<String> search(String query) {
        HttpResponse<String> answer = platform.get("/api/v1/events?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("items").findValuesAsString("id");
    }

    private HttpResponse<String> query(String sql) {
        String body = Json.object().put("sql", sql).toString();
        return platform.send(platform.to("/api/v1/lake/query")
                .header("content-type", "application/json")
                .POST(ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
