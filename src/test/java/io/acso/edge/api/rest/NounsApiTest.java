package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import io.acso.testsupport.CloudTrailRecords;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the content holds and what is known, as the API shows it: playbooks, rules, indicators, assets, prices. */
class NounsApiTest extends ApiSuite {

    private static final String RULE = """
            title: Listing users
            logsource:
              product: aws
              service: cloudtrail
            detection:
              selection:
                eventName: ListUsers
              condition: selection
            level: low
            """;

    @Test
    void a_playbook_is_shown_checked_and_dry_run() {
        JsonNode playbooks = json(platform.get("/api/v1/playbooks"));
        String id = playbooks.path(0).path("id").asString();
        ObjectNode document =
                (ObjectNode) json(platform.get("/api/v1/playbooks/" + id)).path("document");
        assertThat(document.path("spec_version").asString()).isEqualTo("cacao-2.0");
        assertThat(json(post("/api/v1/playbooks/check", document.toString()))
                        .path("valid")
                        .asBoolean())
                .isTrue();
        document.put("workflow_start", "start--nowhere");
        JsonNode checked = json(post("/api/v1/playbooks/check", document.toString()));
        assertThat(checked.path("valid").asBoolean()).isFalse();
        assertThat(checked.at("/problems/0/pointer").asString()).contains("workflow_start");
        HttpResponse<String> run = post("/api/v1/playbooks/" + id + "/runs", "{\"dryRun\":true}");
        assertThat(run.statusCode()).as(run.body()).isEqualTo(202);
        String location = json(run).path("location").asString();
        await().untilAsserted(() -> assertThat(
                        json(platform.get(location)).at("/execution/ended").isMissingNode())
                .isFalse());
        assertThat(platform.get("/api/v1/playbooks/none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_rule_is_shown_compiled_and_tried() {
        JsonNode rules = json(platform.get("/api/v1/rules?limit=3&level=HIGH"));
        assertThat(rules.path("items")).hasSize(3);
        assertThat(rules.path("items").findValuesAsString("level")).containsOnly("HIGH");
        String id = rules.at("/items/0/id").asString();
        assertThat(json(platform.get("/api/v1/rules/" + id)).path("yaml").asString())
                .contains(id);
        ObjectNode text = Json.object().put("yaml", RULE);
        assertThat(json(post("/api/v1/rules/check", text.toString())).path("loaded"))
                .hasSize(1);
        JsonNode broken = json(post(
                "/api/v1/rules/check",
                Json.object()
                        .put("yaml", RULE.replace("condition: selection", "condition: other"))
                        .toString()));
        assertThat(broken.at("/failures/0/error").asString()).contains("other");
    }

    @Test
    void a_trial_names_each_event_that_fits_and_those_nobody_can_read() {
        CloudTrailRecords records = new CloudTrailRecords(Instant.parse("2024-03-04T10:00:00Z"));
        records.call(CloudTrailRecords.user("eve", "AKIAEVE", "203.0.113.9"), "ec2", "RunInstances");
        records.call(CloudTrailRecords.user("eve", "AKIAEVE", "203.0.113.9"), "iam", "ListUsers");
        ObjectNode wish = Json.object().put("yaml", RULE);
        var events = wish.putArray("events");
        records.ndjson().lines().filter(line -> !line.isBlank()).forEach(line -> events.add(Json.tree(line)));
        events.addObject().put("what", "is this");
        JsonNode result = json(post("/api/v1/rules/test", wish.toString()));
        assertThat(result.path("found")).hasSize(1);
        assertThat(result.at("/found/0/event").asInt()).isEqualTo(1);
        assertThat(result.at("/found/0/matched/0/value").asString()).isEqualTo("ListUsers");
        assertThat(result.path("unreadable").path(0).asInt()).isEqualTo(2);
        assertThat(post("/api/v1/rules/test", "{\"rule\":\"none\",\"events\":[{}]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_known_can_be_looked_up() {
        assertThat(json(platform.get("/api/v1/indicators")).has("indicators")).isTrue();
        assertThat(json(platform.get("/api/v1/indicators/lookup?value=198.51.100.1"))
                        .path("matches"))
                .isEmpty();
        assertThat(platform.get("/api/v1/indicators/lookup?value=").statusCode())
                .isEqualTo(400);
        assertThat(platform.get("/api/v1/indicators/lookup").statusCode()).isEqualTo(400);
        assertThat(json(platform.get("/api/v1/assets?limit=1")).has("items")).isTrue();
        assertThat(json(platform.get("/api/v1/costs/prices")).path("currency").asString())
                .isEqualTo("USD");
        assertThat(json(platform.get("/api/v1/costs")).has("items")).isTrue();
        assertThat(json(platform.get("/api/v1/action-kinds")).findValuesAsString("kind"))
                .contains("aws.ec2.stop-instance");
    }

    private HttpResponse<String> post(String path, String body) {
        return platform.send(
                platform.to(path).header("content-type", "application/json").POST(ofString(body)));
    }
}
