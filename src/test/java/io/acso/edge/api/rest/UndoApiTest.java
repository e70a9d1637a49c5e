package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.core.playbook.PlaybookBuilder;
import io.acso.domain.kernel.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Taking an effect back over REST, with a firewall whose blocks can be seen. */
class UndoApiTest extends ApiSuite {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String path = "/blocks/" + UUID.randomUUID();

    @Test
    void is_looked_at_wanted_approved_by_another_told_and_done_once() {
        Browser ada = somebody("ada-undoes");
        Browser bob = somebody("bob-approves");
        String execution = blocked(ada, bob);
        String effect = effectOf(execution);
        assertThat(action(execution).path("state").asString()).isEqualTo("DONE");

        JsonNode look = json(ada.get("/api/v1/effects/" + effect + "/undo"));
        assertThat(look.at("/planned/dryRun/calls/0").asString()).contains("DELETE", path);
        assertThat(look.at("/planned/blastRadius/basis").asString()).isNotEmpty();
        assertThat(look.at("/decision/verdict").asString()).isEqualTo("NEEDS_APPROVAL");
        assertThat(look.at("/decision/policies")).isNotEmpty();
        assertThat(Firewall.SHARED.changes(path)).as("looking changes nothing").containsExactly("POST");

        String key = UUID.randomUUID().toString();
        HttpResponse<String> asked = undo(ada, effect, key);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(undo(ada, effect, key).body()).as("the same again").isEqualTo(asked.body());
        HttpResponse<String> second = undo(bob, effect, UUID.randomUUID().toString());
        assertThat(type(second)).isEqualTo("urn:acso:problem:undo-under-way");
        assertThat(second.body()).contains("person:ada-undoes");

        String approval = pending(execution);
        assertThat(action(execution).path("state").asString()).isEqualTo("UNDOING");
        assertThat(effect(effect).at("/undo/approval").asString()).isEqualTo(approval);
        assertThat(type(answer(ada, approval, true))).isEqualTo("urn:acso:problem:not-yours-to-answer");
        assertThat(answer(bob, approval, true).statusCode()).isEqualTo(202);
        until(execution, "UNDONE");

        JsonNode undo = action(execution).path("undo");
        assertThat(undo.path("by").asString()).isEqualTo("person:ada-undoes");
        assertThat(undo.path("why").asString()).isEqualTo("false alarm");
        assertThat(undo.path("ended").asString()).isNotEmpty();
        JsonNode back = effect(undo.path("effect").asString());
        assertThat(back.path("step").asString()).startsWith("undo:");
        assertThat(back.path("approval").asString()).isEqualTo(approval);
        assertThat(Firewall.SHARED.changes(path)).containsExactly("POST", "DELETE");

        HttpResponse<String> again = undo(bob, effect, UUID.randomUUID().toString());
        assertThat(type(again)).isEqualTo("urn:acso:problem:undone-already");
        assertThat(again.body()).contains("person:ada-undoes");
        assertThat(type(undo(ada, back.path("id").asString(), key + "b"))).isEqualTo("urn:acso:problem:no-inverse");
        assertThat(type(ada.get("/api/v1/effects/" + effect + "/undo"))).endsWith("undone-already");
    }

    @Test
    void what_was_refused_may_be_wanted_again() {
        Browser ada = somebody("ada-again");
        Browser bob = somebody("bob-refuses");
        String execution = blocked(ada, bob);
        String effect = effectOf(execution);
        undo(ada, effect, UUID.randomUUID().toString());
        assertThat(answer(bob, pending(execution), false).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> effect(effect).at("/undo/stage").asString("").equals("REFUSED"));
        assertThat(effect(effect).at("/undo/detail").asString()).contains("person:bob-refuses said no");
        assertThat(action(execution).path("state").asString()).isEqualTo("DONE");
        assertThat(undo(ada, effect, UUID.randomUUID().toString()).statusCode()).isEqualTo(202);
    }

    @Test
    void what_somebody_lifted_by_hand_is_not_taken_back() {
        Browser ada = somebody("ada-late");
        String effect = effectOf(blocked(ada, somebody("bob-late")));
        Firewall.SHARED.lift(path);
        HttpResponse<String> refused = undo(ada, effect, UUID.randomUUID().toString());
        assertThat(type(refused)).isEqualTo("urn:acso:problem:world-changed");
        assertThat(effect(effect).has("undo")).as("nothing was begun").isFalse();
    }

    @Test
    void no_program_has_something_taken_back() {
        Browser ada = somebody("ada-scripts");
        String effect = effectOf(blocked(ada, somebody("bob-watches")));
        String key = json(ada.post(
                        "/api/v1/api-keys",
                        Map.of(
                                "name",
                                "a robot",
                                "roles",
                                List.of("responder"),
                                "expires",
                                Instant.now().plusSeconds(600).toString())))
                .path("key")
                .asString();
        HttpResponse<String> refused = platform.send(platform.nobodyTo("/api/v1/effects/" + effect + "/undo")
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .POST(ofString("{}")));
        assertThat(type(refused)).isEqualTo("urn:acso:problem:person-needed");
    }

    @Test
    void of_two_who_want_it_or_answer_at_the_same_moment_one_is_taken_and_the_other_told() {
        Browser ada = somebody("ada-races");
        Browser bob = somebody("bob-races");
        Browser eve = somebody("eve-races");
        String execution = blocked(ada, bob);
        String effect = effectOf(execution);
        List<HttpResponse<String>> wanted = atOnce(
                () -> undo(ada, effect, UUID.randomUUID().toString()),
                () -> undo(bob, effect, UUID.randomUUID().toString()));
        assertThat(wanted).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(202, 409);
        assertThat(slower(wanted)).endsWith("undo-under-way");

        String approval = pending(execution);
        boolean adas = effect(effect).at("/undo/by").asString().equals("person:ada-races");
        Browser other = adas ? bob : ada;
        List<HttpResponse<String>> answers =
                atOnce(() -> answer(eve, approval, true), () -> answer(other, approval, false));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(202, 409);
        assertThat(slower(answers)).endsWith("not-answerable");
        JsonNode decided = json(platform.get("/api/v1/approvals/" + approval));
        assertThat(decided.path("votes")).hasSize(1);
        String stage = decided.at("/approval/status").asString().equals("APPROVED") ? "UNDONE" : "REFUSED";
        await().atMost(PATIENCE)
                .until(() -> effect(effect).at("/undo/stage").asString("").equals(stage));
    }

    private Browser somebody(String name) {
        return Browser.somebody(platform, port, name, "responder", "approver").browser();
    }

    /** A run that has set the block, asked for by the one and approved by the other. */
    private String blocked(Browser asks, Browser approves) {
        HttpResponse<String> accepted = asks.send("POST", "/api/v1/executions", playbook());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String location = accepted.headers().firstValue("location").orElseThrow();
        String execution = location.substring(location.lastIndexOf('/') + 1);
        assertThat(execution(execution).path("actions")).isEmpty();
        HttpResponse<String> answered = answer(approves, pending(execution), true);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> execution(execution)
                        .at("/execution/status")
                        .asString("")
                        .equals("COMPLETED"));
        return execution;
    }

    private String playbook() {
        String base = "http://" + Firewall.SHARED.authority();
        String document = new PlaybookBuilder()
                .set("name", "'Block " + path + "'")
                .start("action.a")
                .action(
                        "action.a",
                        "{'type':'x-acso-action','command':'http.request','target':'" + base
                                + "','target_type':'http:api','scope':'" + Firewall.SHARED.authority()
                                + "','arguments':{'method':'POST','path':'" + path
                                + "','undo.method':'DELETE','undo.path':'" + path + "','check.path':'" + path + "'}}",
                        "'on_completion':'end.e'")
                .end("end.e")
                .text();
        ObjectNode body = Json.object().put("dryRun", false);
        body.set("playbook", Json.tree(document));
        return Json.text(body);
    }

    private String pending(String execution) {
        return await().atMost(PATIENCE)
                .until(
                        () -> json(platform.get("/api/v1/approvals?status=PENDING&subject=" + execution))
                                .at("/items/0/id")
                                .asString(""),
                        id -> !id.isEmpty());
    }

    private JsonNode execution(String id) {
        return await().atMost(PATIENCE)
                .until(() -> json(platform.get("/api/v1/executions/" + id)), body -> body.has("execution"));
    }

    private JsonNode action(String execution) {
        return execution(execution).at("/actions/0");
    }

    private void until(String execution, String state) {
        await().atMost(PATIENCE)
                .until(() -> action(execution).path("state").asString("").equals(state));
    }

    private String effectOf(String execution) {
        String effect = action(execution).path("effect").asString("");
        assertThat(effect).as(execution(execution).toString()).isNotEmpty();
        await().atMost(PATIENCE)
                .until(() -> platform.get("/api/v1/effects/" + effect).statusCode() == 200);
        return effect;
    }

    private JsonNode effect(String id) {
        return json(platform.get("/api/v1/effects/" + id));
    }

    private static HttpResponse<String> undo(Browser by, String effect, String key) {
        return by.send("POST", "/api/v1/effects/" + effect + "/undo", "{\"why\":\"false alarm\"}", key);
    }

    private HttpResponse<String> answer(Browser by, String approval, boolean yes) {
        String hash = json(platform.get("/api/v1/approvals/" + approval))
                .path("planHash")
                .asString();
        return by.send(
                "POST",
                "/api/v1/approvals/" + approval + "/answer",
                Json.text(Map.of("approve", yes, "planHash", hash)));
    }

    @SafeVarargs
    private static List<HttpResponse<String>> atOnce(Supplier<HttpResponse<String>>... requests) {
        CyclicBarrier start = new CyclicBarrier(requests.length);
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.of(requests)
                .map(request -> CompletableFuture.supplyAsync(() -> {
                    try {
                        start.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return request.get();
                }))
                .toList();
        return sent.stream().map(UndoApiTest::answer).toList();
    }

    private static HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String slower(List<HttpResponse<String>> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .map(UndoApiTest::type)
                .findFirst()
                .orElseThrow();
    }

    private static String type(HttpResponse<String> answer) {
        return json(answer).path("type").asString();
    }
}
