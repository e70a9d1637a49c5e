package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.agent.casebook.CaseKeys;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Approval;
import io.acso.core.autonomy.BlastRadius;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Plan;
import io.acso.core.autonomy.PlannedAction;
import io.acso.core.autonomy.Target;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Commit;
import io.acso.testsupport.CloudTrailRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The API over real HTTP, on the embedded adapters. */
class ApiTest extends ApiSuite {

    /** Each of these judges by itself who may: {@link SigningInTest}, {@link HooksApiTest}. */
    private static final List<String> SIGNING_IN =
            List.of(" /identity/", " /webauthn/", " /login/", " /error", " /api/v1/hooks/");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @BeforeEach
    void makeRoom() {
        RunningPlatform.JOURNAL_FULL.set(false);
    }

    @Test
    void nobody_reaches_any_endpoint() {
        List<String> endpoints = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path ->
                                mapping.getMethodsCondition().getMethods().isEmpty()
                                        ? Stream.of("GET " + path)
                                        : mapping.getMethodsCondition().getMethods().stream()
                                                .map(method -> method + " " + path)))
                .filter(endpoint -> SIGNING_IN.stream().noneMatch(endpoint::contains))
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(20);
        assertThat(Stream.concat(endpoints.stream(), Stream.of("GET /actuator/health", "GET /api/nowhere")))
                .allSatisfy(endpoint -> {
                    String[] parts = endpoint.replaceAll("\\{[^}]+}", "x").split(" ");
                    HttpResponse<String> answer =
                            platform.send(platform.nobodyTo(parts[1]).method(parts[0], ofString("")));
                    assertThat(answer.statusCode()).as(endpoint).isEqualTo(401);
                    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
                    assertThat(json(answer).path("detail").asString()).contains("token");
                });
        assertThat(platform.send(platform.nobodyTo("/api/v1/incidents").header("authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void liveness_is_open_and_says_nothing_more() {
        HttpResponse<String> answer = platform.send(platform.nobodyTo("/actuator/health/liveness"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").asString()).isEqualTo("UP");
    }

    @Test
    void answers_carry_the_security_headers_and_no_cookie() {
        HttpResponse<String> answer = platform.get("/api/v1/incidents");
        assertThat(answer.headers().map())
                .containsKeys("x-content-type-options", "content-security-policy", "referrer-policy", "x-frame-options")
                .doesNotContainKeys("set-cookie", "access-control-allow-origin", "server");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
    }

    @Test
    void a_foreign_host_name_is_refused_even_with_the_token() throws IOException {
        assertThat(raw("rebound.example")).startsWith("HTTP/1.1 400").contains("acso.api.hosts");
        assertThat(raw("localhost:" + port)).startsWith("HTTP/1.1 200");
    }

    private String raw(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /api/v1/incidents HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer "
                            + RunningPlatform.token() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void what_is_not_there_is_a_problem_that_says_where_to_look() {
        HttpResponse<String> answer = platform.get("/api/v1/incidents/none");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:acso:problem:not-found");
        assertThat(json(answer).path("detail").asString()).contains("GET /api/v1/incidents");
        assertThat(platform.get("/api/v1/incidents?limit=0").statusCode()).isEqualTo(400);
        assertThat(platform.get("/api/v1/incidents?limit=many").statusCode()).isEqualTo(400);
        assertThat(platform.get("/api/v1/ledger/inclusion/99999").statusCode()).isEqualTo(404);
    }

    @Test
    void events_are_taken_once() {
        String records = records(3);
        JsonNode first = json(platform.send(platform.to("/api/v1/events").POST(ofString(records))));
        assertThat(first.path("accepted").asInt()).isEqualTo(3);
        JsonNode again = json(platform.send(platform.to("/api/v1/events").POST(ofString(records))));
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("duplicates").asInt()).isEqualTo(3);
    }

    @Test
    void one_key_has_one_answer() {
        String records = records(2);
        var request =
                platform.to("/api/v1/events").header("idempotency-key", "k-1").POST(ofString(records));
        assertThat(json(platform.send(request)).path("accepted").asInt()).isEqualTo(2);
        assertThat(json(platform.send(request)).path("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_listed_in_the_quarantine_and_the_rest_goes_on() {
        HttpResponse<String> answer =
                platform.send(platform.to("/api/v1/events").POST(ofString("{\"broken\": \n" + records(1))));
        assertThat(json(answer).path("accepted").asInt()
                        + json(answer).path("quarantined").asInt())
                .isPositive();
        platform.send(platform.to("/api/v1/events").POST(ofString("{\"what\":\"is this\"}")));
        JsonNode items = json(platform.get("/api/v1/quarantine?limit=1")).path("items");
        assertThat(items).hasSize(1);
        String replay = "/api/v1/quarantine/" + items.path(0).path("id").asString() + "/replay";
        HttpResponse<String> replayed = platform.send(platform.to(replay).POST(ofString("")));
        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(json(replayed).path("quarantined").asInt()).isEqualTo(1);
        assertThat(platform.send(platform.to("/api/v1/quarantine/20260101-none/replay")
                                .POST(ofString("")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_truncated_gzip_keeps_what_came_before_and_says_that_the_rest_is_missing() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(records(400).getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        var request = platform.to("/api/v1/events").header("content-encoding", "gzip");
        HttpResponse<String> cut = platform.send(request.POST(ofByteArray(half)));
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(json(cut).path("type").asString()).endsWith("cut-short");
        int kept = json(cut).at("/receipt/accepted").asInt();
        JsonNode whole = json(platform.send(request.POST(ofByteArray(bytes.toByteArray()))));
        assertThat(whole.path("duplicates").asInt()).isEqualTo(kept);
        assertThat(whole.path("accepted").asInt()).isEqualTo(400 - kept);
    }

    @Test
    void a_full_journal_answers_429_with_the_time_to_wait() {
        RunningPlatform.JOURNAL_FULL.set(true);
        HttpResponse<String> answer =
                platform.send(platform.to("/api/v1/events").POST(ofString(records(1))));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).contains("7");
        assertThat(json(answer).at("/receipt/accepted").asInt()).isZero();
    }

    @Test
    void bodies_that_are_too_large_or_packed_strangely_are_refused_before_they_are_read() {
        assertThat(platform.send(platform.to("/api/v1/events").POST(ofByteArray(new byte[1_100_000])))
                        .statusCode())
                .isEqualTo(413);
        assertThat(platform.send(platform.to("/api/v1/events")
                                .header("content-encoding", "br")
                                .POST(ofString("x")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void lists_are_paged_by_cursor() {
        for (int i = 0; i < 3; i++) {
            keep(approval("page-" + i));
        }
        JsonNode first = json(platform.get("/api/v1/approvals?limit=2"));
        assertThat(first.path("items")).hasSize(2);
        JsonNode second = json(platform.get("/api/v1/approvals?limit=2&cursor="
                + java.net.URLEncoder.encode(first.path("next").asString(), StandardCharsets.UTF_8)));
        assertThat(second.at("/items/0/id").asString())
                .isNotIn(
                        first.at("/items/0/id").asString(),
                        first.at("/items/1/id").asString());
        assertThat(platform.get("/api/v1/approvals?cursor=nonsense").statusCode())
                .isIn(200, 400);
    }

    @Test
    void an_answer_is_for_one_plan_and_one_version_and_counts_once() {
        Approval approval = approval("exe-1");
        keep(approval);
        String path = "/api/v1/approvals/" + approval.id();
        String etag = platform.get(path).headers().firstValue("etag").orElseThrow();
        String yes = Json.text(Map.of("approve", true, "planHash", approval.planHash()));
        String other = Json.text(Map.of("approve", true, "planHash", "0".repeat(64)));
        assertThat(answer(path, other, etag, "a-1").statusCode()).isEqualTo(409);
        assertThat(answer(path, yes, "\"99\"", "a-2").statusCode()).isEqualTo(412);
        HttpResponse<String> accepted = answer(path, yes, etag, "a-3");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("location")).contains(path);
        assertThat(answer(path, yes, etag, "a-3").body()).isEqualTo(accepted.body());
        String no = Json.text(Map.of("approve", false, "planHash", approval.planHash()));
        assertThat(answer(path, no, etag, "a-3").statusCode()).isEqualTo(422);
        assertThat(answer(path, "{\"planHash\": 1}", etag, "a-4").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> answer(String path, String body, String etag, String key) {
        return platform.send(platform.to(path + "/answer")
                .header("content-type", "application/json")
                .header("if-match", etag)
                .header("idempotency-key", key)
                .POST(ofString(body)));
    }

    @Test
    void the_kill_switch_is_seen_at_once_and_in_the_ledger() {
        String agents = "/api/v1/agents/";
        platform.send(platform.to(agents + "service-orchestration/kill")
                .header("content-type", "application/json")
                .POST(ofString("{\"why\":\"test\"}")));
        assertThat(platform.send(platform.to(agents + "service-orchestration/release")
                                .POST(ofString("")))
                        .body())
                .contains("\"killed\":false");
        assertThat(platform.get(agents + "switches").body())
                .contains("agent:service-orchestration", "\"engaged\":false", "person:owner");
        JsonNode checkpoint = json(platform.get("/api/v1/ledger/checkpoint"));
        assertThat(checkpoint.path("size").asInt()).isPositive();
        assertThat(platform.get("/api/v1/audit?limit=200").body()).contains("KillSwitchEngaged", "person:owner");
        assertThat(platform.get("/api/v1/ledger/inclusion/0").statusCode()).isEqualTo(200);
        assertThat(platform.send(platform.to(agents + "No%20Agent/kill").POST(ofString("")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void keys_are_rotated_while_the_platform_runs_and_never_shown() {
        JsonNode made = json(platform.send(platform.to("/api/v1/keys/rotate").POST(ofString(""))));
        JsonNode before = json(platform.get("/api/v1/keys"));
        assertThat(before.path("data").findValuesAsString("id"))
                .contains(made.path("id").asString());
        assertThat(before.path("clearTextRefused").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("state", "journal", "objects", "secrets");
        String master = json(platform.send(
                        platform.to("/api/v1/keys/master/rotate").POST(ofString(""))))
                .path("master")
                .asString();
        assertThat(master)
                .startsWith("local:")
                .isNotEqualTo(before.path("master").asString());

        platform.send(platform.to("/api/v1/keys/reencrypt").POST(ofString("")));
        JsonNode after = await().until(
                        () -> json(platform.get("/api/v1/keys")),
                        status -> status.path("reencryption")
                                .path("state")
                                .asString()
                                .equals("done"));
        assertThat(after.path("reencryption").path("pass").path("renewed").asInt())
                .isPositive();
        assertThat(after.propertyNames())
                .containsExactlyInAnyOrder("name", "master", "data", "clearTextRefused", "reencryption");
        HttpResponse<String> refused =
                platform.send(platform.to("/api/v1/keys/" + made.path("id").asString() + "/retire")
                        .POST(ofString("")));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asString()).contains("rotate first");
        assertThat(platform.get("/api/v1/audit?limit=200").body())
                .contains("DataKeyRotated", "MasterKeyRotated", "BodiesReencrypted");
    }

    @Test
    void a_person_sets_how_far_an_agent_may_go_with_a_kind_that_exists() {
        String levels = "/api/v1/agents/incident-response/levels";
        HttpResponse<String> set = post(levels, "{\"kind\":\"notify.webhook\",\"level\":\"RECOMMEND\"}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(platform.get("/api/v1/agents/levels").body()).contains("notify.webhook", "RECOMMEND");
        HttpResponse<String> unknown = post(levels, "{\"kind\":\"notify.nothing\",\"level\":\"ACT\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).path("detail").asString()).contains("notify.webhook");
        post(levels, "{\"kind\":\"notify.webhook\",\"level\":\"ACT\"}");
    }

    @Test
    void the_policies_in_force_are_shown_tried_and_kept_by_hash() {
        JsonNode policies = json(platform.get("/api/v1/policies"));
        String hash = policies.path("inForce").asString();
        assertThat(policies.path("history").path(0).path("hash").asString()).isEqualTo(hash);
        assertThat(platform.get("/api/v1/policies/" + hash).body()).contains("policies/limits.cedar");
        assertThat(platform.get("/api/v1/policies/none").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/policies/trial", "{\"principal\":\"agent\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_right_to_answer_is_lent_and_taken_back() {
        String until = Instant.now().plus(Duration.ofHours(1)).toString();
        HttpResponse<String> lent = post("/api/v1/delegations", "{\"to\":\"person:bob\",\"until\":\"" + until + "\"}");
        assertThat(lent.statusCode()).as(lent.body()).isEqualTo(201);
        String id = json(lent).path("id").asString();
        assertThat(json(post("/api/v1/delegations/" + id + "/revoke", "")).hasNonNull("revoked"))
                .isTrue();
        assertThat(platform.get("/api/v1/effects").body()).contains("items");
        assertThat(post("/api/v1/effects/none/undo", "{}").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> post(String path, String body) {
        return platform.send(
                platform.to(path).header("content-type", "application/json").POST(ofString(body)));
    }

    @Test
    void the_status_names_the_five_agents() {
        assertThat(json(platform.get("/api/v1/status")).path("agents").findValuesAsString("name"))
                .contains("supervisor", "threat-hunter", "incident-response");
        assertThat(json(platform.get("/api/v1/queues"))).isNotEmpty();
    }

    private void keep(Approval approval) {
        durability.commit(Commit.builder().put(CaseKeys.newApproval(approval)).build());
    }

    private static Approval approval(String execution) {
        Action action = new Action(
                "aws.ec2.stop-instance", new Target("aws:ec2:instance", "aws:123456789012", "x/i-1"), Map.of());
        PlannedAction planned = new PlannedAction(
                "step", new DryRun(action, List.of("ec2:StopInstances"), 1, null, "stops"), new BlastRadius(1, 1, ""));
        Plan plan = new Plan(execution, "inc-1", "playbook--1", List.of(planned));
        Instant now = Instant.now();
        return Approval.request(plan, "why", Principal.agent("supervisor"), now, now.plusSeconds(600));
    }

    private static int series;

    private static String records(int count) {
        CloudTrailRecords records =
                new CloudTrailRecords(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(++series * 1000L));
        CloudTrailRecords.Caller caller = CloudTrailRecords.user("u" + series, "AKIAEXAMPLE" + series, "198.51.100.7");
        for (int i = 0; i < count; i++) {
            records.call(caller, "iam", "ListUsers");
        }
        return records.ndjson();
    }
}
