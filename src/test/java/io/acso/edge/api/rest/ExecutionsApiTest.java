package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.core.playbook.PlaybookBuilder;
import io.acso.domain.kernel.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs of playbooks over real HTTP. */
class ExecutionsApiTest extends ApiSuite {

    private static final String END = "'on_completion':'end.e'";

    private HttpResponse<String> run(String document, boolean dryRun, String key) {
        ObjectNode body = Json.object().put("dryRun", dryRun);
        body.set("playbook", Json.tree(document));
        return post("/api/v1/executions", Json.text(body), key);
    }

    private HttpResponse<String> post(String path, String body, String key) {
        return platform.send(platform.to(path)
                .header("content-type", "application/json")
                .header("idempotency-key", key)
                .POST(ofString(body)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String started(PlaybookBuilder playbook, boolean dryRun) {
        HttpResponse<String> accepted = run(playbook.text(), dryRun, key());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return accepted.headers().firstValue("location").orElseThrow();
    }

    private JsonNode until(String location, String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> json(platform.get(location))
                        .at("/execution/status")
                        .asString("")
                        .equals(status));
        return json(platform.get(location));
    }

    @Test
    void a_playbook_is_run_answered_told_exported_and_played_anew() {
        String location = started(
                new PlaybookBuilder().start("action.a").manual("action.a", END).end("end.e"), false);
        until(location, "WAITING");
        String step = PlaybookBuilder.id("action.a");
        assertThat(json(platform.get(location)).at("/steps/0/status").asString())
                .isNotEmpty();
        post(location + "/steps/" + step + "/answer", "{\"accepted\":true,\"text\":\"seen\"}", key());
        until(location, "COMPLETED");
        assertThat(json(platform.get(location + "/story")).path("lines").toString())
                .contains("Execution of 'A test' began")
                .contains("COMPLETED");
        JsonNode export = json(platform.get(location + "/export"));
        assertThat(export.at("/playbook/type").asString()).isEqualTo("playbook");
        assertThat(export.path("moments").size()).isGreaterThan(1);
        JsonNode replayed = json(platform.get(location + "/replay"));
        assertThat(replayed.path("same").asBoolean()).as(replayed.toString()).isTrue();
        assertThat(post(location + "/retry", "", key()).statusCode()).isEqualTo(409);
    }

    @Test
    void the_same_request_twice_is_one_run() {
        PlaybookBuilder playbook =
                new PlaybookBuilder().start("action.a").manual("action.a", END).end("end.e");
        String key = key();
        HttpResponse<String> first = run(playbook.text(), true, key);
        HttpResponse<String> again = run(playbook.text(), true, key);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        until(first.headers().firstValue("location").orElseThrow(), "DRY_RUN");
    }

    @Test
    void a_dry_run_shows_the_calls_that_cannot_be_made_and_why() {
        String location = started(
                new PlaybookBuilder()
                        .start("action.a")
                        .gated("action.a", "i-1", END)
                        .end("end.e"),
                true);
        JsonNode dry = until(location, "DRY_RUN");
        assertThat(dry.path("leftOut").size() + dry.at("/plan/actions").size()).isEqualTo(1);
    }

    @Test
    void what_is_no_playbook_is_refused_with_every_place() {
        HttpResponse<String> refused = run("{\"type\":\"playbook\"}", false, key());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("errors").size()).isGreaterThan(1);
        assertThat(json(refused).at("/errors/0/pointer").isMissingNode()).isFalse();
    }

    @Test
    void pausing_holds_what_has_not_begun_and_resuming_lets_it_go_on() {
        PlaybookBuilder two = new PlaybookBuilder()
                .start("action.a")
                .manual("action.a", "'on_completion':'action.b'")
                .manual("action.b", END)
                .end("end.e");
        String location = started(two, false);
        until(location, "WAITING");
        post(location + "/pause", "{\"why\":\"lunch\"}", key());
        until(location, "PAUSED");
        post(location + "/steps/" + PlaybookBuilder.id("action.a") + "/answer", "{\"accepted\":true}", key());
        await().until(() -> json(platform.get(location)).toString().contains(PlaybookBuilder.id("action.b")));
        assertThat(json(platform.get(location)).at("/execution/status").asString())
                .isEqualTo("PAUSED");
        post(location + "/resume", "", key());
        until(location, "WAITING");
        post(location + "/cancel", "{\"why\":\"enough\"}", key());
        until(location, "CANCELLED");
    }
}
