package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is asked twice happens once; what was meant for another version does not happen. */
class RepetitionApiTest extends ApiSuite {

    /** These change nothing, or know a repetition by its content. */
    private static final List<String> HARMLESS = List.of(
            "/api/v1/hooks/{name}",
            "/api/v1/lake/query",
            "/api/v1/ledger/verification",
            "/api/v1/playbooks/check",
            "/api/v1/policies/trial",
            "/api/v1/rules/check",
            "/api/v1/rules/test");

    private final String key = UUID.randomUUID().toString();

    @Test
    void every_post_that_acts_takes_an_idempotency_key() {
        JsonNode paths = Json.tree(platform.get("/api/openapi.json").body()).path("paths");
        List<String> without = paths.properties().stream()
                .filter(path ->
                        path.getKey().startsWith("/api/v1/") && path.getValue().has("post"))
                .filter(path -> !path.getValue()
                        .path("post")
                        .path("parameters")
                        .findValuesAsString("name")
                        .contains(Idempotency.HEADER))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(without).containsExactlyInAnyOrderElementsOf(HARMLESS);
    }

    @Test
    void a_secret_is_made_and_shown_once() {
        Map<String, Object> wish = Map.of(
                "name",
                "sync",
                "roles",
                List.of("viewer"),
                "expires",
                Instant.now().plus(Duration.ofDays(1)).toString());
        HttpResponse<String> first = post("/api/v1/api-keys", wish, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        int kept =
                json(platform.get("/api/v1/api-keys?limit=200")).path("items").size();
        HttpResponse<String> again = post("/api/v1/api-keys", wish, key);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(type(again)).endsWith("shown-once");
        assertThat(again.body()).doesNotContain(json(first).path("key").asString());
        assertThat(post("/api/v1/api-keys", Map.of("name", "other", "roles", List.of(), "expires", Instant.now()), key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(json(platform.get("/api/v1/api-keys?limit=200")).path("items"))
                .hasSize(kept);
    }

    @Test
    void what_was_refused_leaves_the_key_free() {
        Map<String, Object> wish = Map.of("name", "", "roles", List.of("viewer"));
        assertThat(post("/api/v1/clients", wish, key).statusCode()).isEqualTo(400);
        HttpResponse<String> mended = post("/api/v1/clients", Map.of("name", "pump", "roles", List.of("viewer")), key);
        assertThat(mended.statusCode()).as(mended.body()).isEqualTo(201);
        String secret = "/api/v1/clients/" + json(mended).at("/client/id").asString() + "/secret";
        assertThat(post(secret, Map.of(), "renew-" + key).statusCode()).isEqualTo(200);
        assertThat(type(post(secret, Map.of(), "renew-" + key)))
                .as("a second renewal would void the first secret")
                .endsWith("shown-once");
    }

    @Test
    void other_events_under_the_same_key_are_refused() {
        assertThat(events("{\"one\": 1}").statusCode()).isEqualTo(200);
        assertThat(events("{\"one\": 1}").statusCode()).isEqualTo(200);
        HttpResponse<String> other = events("{\"two\": 2}");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(type(other)).endsWith("idempotency-key-reused");
    }

    @Test
    void a_webhook_and_an_account_change_only_as_they_were_read() {
        JsonNode hook = json(post("/api/v1/webhooks", Map.of("url", "https://hooks.example/one"), key));
        String path = "/api/v1/webhooks/" + hook.at("/webhook/id").asString();
        changesOnlyAsRead(path, "PUT", Map.of("url", "https://hooks.example/two"));
        assertThat(platform.send(platform.to(path).header("if-match", "\"0\"").DELETE())
                        .statusCode())
                .isEqualTo(412);
        assertThat(platform.send(platform.to(path).header("if-match", "*").DELETE())
                        .statusCode())
                .isEqualTo(200);

        String name = "p" + key.substring(0, 8);
        assertThat(post("/api/v1/people", Map.of("username", name, "roles", List.of("viewer")), "p" + key)
                        .statusCode())
                .isEqualTo(201);
        changesOnlyAsRead("/api/v1/people/" + name, "PATCH", Map.of("displayName", "Somebody Else"));
    }

    private void changesOnlyAsRead(String path, String method, Object change) {
        String etag = platform.get(path).headers().firstValue("etag").orElseThrow();
        assertThat(platform.send(platform.to(path).header("if-none-match", etag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(changed(path, method, change, "\"other\", " + etag).statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = changed(path, method, change, etag);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
    }

    private HttpResponse<String> changed(String path, String method, Object change, String etag) {
        return platform.send(platform.to(path)
                .header("content-type", "application/json")
                .header("if-match", etag)
                .method(method, ofString(Json.text(change))));
    }

    private HttpResponse<String> events(String body) {
        return platform.send(
                platform.to("/api/v1/events").header("idempotency-key", key).POST(ofString(body)));
    }

    private HttpResponse<String> post(String path, Object body, String idempotency) {
        return platform.send(platform.to(path)
                .header("content-type", "application/json")
                .header("idempotency-key", idempotency)
                .POST(ofString(Json.text(body))));
    }

    private static String type(HttpResponse<String> answer) {
        return json(answer).path("type").asString();
    }
}
