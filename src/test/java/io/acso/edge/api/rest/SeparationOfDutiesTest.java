package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.core.playbook.PlaybookBuilder;
import io.acso.domain.kernel.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever asks for an action does not approve it, by whatever name they come, over REST from end to end. */
class SeparationOfDutiesTest extends ApiSuite {

    private static final String TARGET = "http-api--300270f9-0e64-42c8-93cc-0927edbe3ae7";

    @Test
    void not_in_person_not_for_another_and_not_after_the_program_is_gone() {
        Browser alice = somebody("alice-asks");
        Browser bob = somebody("bob-answers");
        String own = asked(alice.send("POST", "/api/v1/executions", playbook("own")));
        assertThat(type(answer(alice, own, true))).isEqualTo("urn:acso:problem:not-yours-to-answer");

        lend(bob, "person:alice-asks");
        assertThat(type(answer(alice, own, true))).as("in Bob's right").endsWith("not-yours-to-answer");

        HttpResponse<String> made = alice.post("/api/v1/api-keys", key("responder"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String text = json(made).path("key").asString();
        String byProgram =
                asked(platform.send(bearer("/api/v1/executions", text).POST(ofString(playbook("by a program")))));
        assertThat(approval(byProgram).path("involved").toString())
                .contains(
                        "person:alice-asks",
                        "service:" + json(made).at("/apiKey/id").asString());
        assertThat(alice.delete("/api/v1/api-keys/"
                                + json(made).at("/apiKey/id").asString())
                        .statusCode())
                .isEqualTo(204);
        assertThat(type(answer(alice, byProgram, true))).endsWith("not-yours-to-answer");
        assertThat(type(answer(alice, byProgram, false))).as("nor rejects it").endsWith("not-yours-to-answer");

        assertThat(answer(bob, byProgram, true).statusCode()).isEqualTo(202);
    }

    @Test
    void no_key_or_client_approves_whatever_its_role() {
        Browser carol = somebody("carol-asks");
        String id = asked(carol.send("POST", "/api/v1/executions", playbook("for a key")));
        Browser dave = somebody("dave-lends");
        String text =
                json(dave.post("/api/v1/api-keys", key("approver"))).path("key").asString();
        HttpResponse<String> refused = platform.send(
                bearer("/api/v1/approvals/" + id + "/answer", text).POST(ofString(answer(id, true))));
        assertThat(type(refused)).isEqualTo("urn:acso:problem:not-yours-to-answer");
    }

    private Browser somebody(String name) {
        return Browser.somebody(platform, port, name, "responder", "approver").browser();
    }

    private static Map<String, Object> key(String role) {
        return Map.of(
                "name",
                "a robot",
                "roles",
                List.of(role),
                "expires",
                Instant.now().plusSeconds(600).toString());
    }

    private static void lend(Browser from, String to) {
        HttpResponse<String> lent = from.post(
                "/api/v1/delegations",
                Map.of("to", to, "until", Instant.now().plusSeconds(600).toString()));
        assertThat(lent.statusCode()).as(lent.body()).isEqualTo(201);
    }

    private static String playbook(String name) {
        String document = new PlaybookBuilder()
                .set("name", "'" + name + " " + UUID.randomUUID() + "'")
                .set(
                        "target_definitions",
                        "{'" + TARGET + "':{'type':'http-api','name':'firewall',"
                                + "'address':{'url':['http://127.0.0.1:9']}}}")
                .start("action.a")
                .action(
                        "action.a",
                        "{'type':'http-api','command':'POST /blocks HTTP/1.1'}",
                        "'targets':['" + TARGET + "'],'on_completion':'end.e'")
                .end("end.e")
                .text();
        ObjectNode body = Json.object().put("dryRun", false);
        body.set("playbook", Json.tree(document));
        return Json.text(body);
    }

    /** The id of the approval that the run asks for. */
    private String asked(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String execution = accepted.headers().firstValue("location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> json(platform.get(execution))
                        .at("/execution/status")
                        .asString("")
                        .equals("AWAITING_APPROVAL"));
        String id = execution.substring(execution.lastIndexOf('/') + 1);
        return json(platform.get("/api/v1/approvals?subject=" + id + "&status=PENDING"))
                .at("/items/0/id")
                .asString();
    }

    private JsonNode approval(String id) {
        return json(platform.get("/api/v1/approvals/" + id));
    }

    private HttpResponse<String> answer(Browser by, String id, boolean yes) {
        return by.send("POST", "/api/v1/approvals/" + id + "/answer", answer(id, yes));
    }

    private String answer(String id, boolean yes) {
        return Json.text(
                Map.of("approve", yes, "planHash", approval(id).path("planHash").asString()));
    }

    private HttpRequest.Builder bearer(String path, String token) {
        return platform.nobodyTo(path)
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .header("idempotency-key", UUID.randomUUID().toString());
    }

    private static String type(HttpResponse<String> answer) {
        return json(answer).path("type").asString();
    }
}
