package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.acso.core.autonomy.KillSwitch;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Commit;
import io.acso.testsupport.WebhookReceiver;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Webhooks out, over real HTTP on both sides. */
class WebhooksApiTest extends ApiSuite {

    private static final String HOOKS = "/api/v1/webhooks";

    /** A kind that nothing else announces. */
    private final String kind = "Told" + Long.toString(System.nanoTime(), 26).replaceAll("[^a-z]", "x");

    @Autowired
    KillSwitch killSwitch;

    @AfterEach
    void forget() {
        json(platform.get(HOOKS))
                .forEach(hook -> platform.send(
                        platform.to(HOOKS + "/" + hook.path("id").asString()).DELETE()));
    }

    @Test
    void a_change_is_told_signed() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            JsonNode made = subscribe(receiver);
            announce("inc-1");
            await().untilAsserted(() -> assertThat(receiver.taken).hasSize(1));
            WebhookReceiver.Taken taken = receiver.taken.getFirst();
            assertThat(taken.json().path("type").asString()).isEqualTo(kind);
            assertThat(taken.json().at("/data/subject").asString()).isEqualTo("inc-1");
            assertThat(taken.json().at("/data/noun").asString()).isEqualTo("incident");
            assertThat(verifies(taken, made)).isTrue();
            assertThat(verifies(taken, json(post("/" + made.at("/webhook/id").asString() + "/secret", Map.of()))))
                    .as("with a secret that came later")
                    .isFalse();
        }
    }

    @Test
    void what_is_not_taken_is_sent_again_under_the_same_id_and_the_log_says_so() {
        try (WebhookReceiver receiver = new WebhookReceiver(503, 500)) {
            String hook = subscribe(receiver).at("/webhook/id").asString();
            announce("inc-2");
            await().untilAsserted(() -> assertThat(receiver.taken).hasSize(3));
            assertThat(receiver.taken)
                    .extracting(WebhookReceiver.Taken::id)
                    .containsOnly(receiver.taken.getFirst().id());
            await().untilAsserted(() -> {
                JsonNode delivery = deliveries(hook).path(0);
                assertThat(delivery.path("status").asString()).isEqualTo("DELIVERED");
                assertThat(delivery.path("attempts")
                                .valueStream()
                                .map(one -> one.path("status").asInt()))
                        .containsExactly(503, 500, 204);
            });
        }
    }

    @Test
    void after_the_last_retry_it_is_given_up_and_can_be_replayed() {
        try (WebhookReceiver receiver = new WebhookReceiver(500, 500, 500)) {
            String hook = subscribe(receiver).at("/webhook/id").asString();
            announce("inc-3");
            await().untilAsserted(() ->
                    assertThat(deliveries(hook).at("/0/status").asString()).isEqualTo("GIVEN_UP"));
            String delivery = deliveries(hook).at("/0/id").asString();
            post("/" + hook + "/deliveries/" + delivery + "/replay", Map.of());
            await().untilAsserted(() ->
                    assertThat(deliveries(hook).at("/0/status").asString()).isEqualTo("DELIVERED"));
            assertThat(receiver.taken).hasSize(4);
        }
    }

    @Test
    void a_receiver_that_is_gone_is_paused_and_told_no_more() {
        try (WebhookReceiver receiver = new WebhookReceiver(410)) {
            String hook = subscribe(receiver).at("/webhook/id").asString();
            announce("inc-4");
            await().untilAsserted(() -> assertThat(json(platform.get(HOOKS + "/" + hook))
                            .path("paused")
                            .asString(""))
                    .contains("410"));
            announce("inc-5");
            assertThat(json(post("/" + hook + "/ping", Map.of())).path("type").asString())
                    .endsWith("paused");
            assertThat(receiver.taken).hasSize(1);
        }
    }

    @Test
    void a_ping_arrives_and_with_a_new_secret_both_sign() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            JsonNode made = subscribe(receiver);
            String hook = made.at("/webhook/id").asString();
            JsonNode again = json(post("/" + hook + "/secret", Map.of()));
            assertThat(json(post("/" + hook + "/ping", Map.of()))
                            .path("delivery")
                            .asString())
                    .startsWith("whd-");
            await().untilAsserted(() -> assertThat(receiver.taken).hasSize(1));
            WebhookReceiver.Taken taken = receiver.taken.getFirst();
            assertThat(taken.signature().split(" ")).hasSize(2);
            assertThat(verifies(taken, again)).isTrue();
            assertThat(verifies(taken, made)).isTrue();
        }
    }

    @Test
    void nothing_is_sent_while_all_is_stopped() {
        Principal owner = Principal.person("owner");
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            subscribe(receiver);
            killSwitch.engage(KillSwitch.EVERY_AGENT, owner, "test");
            announce("inc-6");
            await().during(Duration.ofMillis(1500)).until(receiver.taken::isEmpty);
            killSwitch.release(KillSwitch.EVERY_AGENT, owner, "test");
            await().untilAsserted(() -> assertThat(receiver.taken).hasSize(1));
        } finally {
            killSwitch.release(KillSwitch.EVERY_AGENT, owner, "test");
        }
    }

    @Test
    void a_secret_is_shown_once_and_a_wrong_wish_is_refused_with_the_cure() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            JsonNode made = subscribe(receiver);
            assertThat(made.path("secret").asString()).startsWith("whsec_");
            assertThat(platform.get(HOOKS).body()).doesNotContain("whsec_");
            assertThat(platform.get(HOOKS + "/" + made.at("/webhook/id").asString())
                            .body())
                    .doesNotContain("whsec_");
        }
        for (String url : List.of("ftp://x.example/", "https://user:pass@x.example/", "nonsense", "https:///x")) {
            assertThat(json(post("", Map.of("url", url))).path("type").asString())
                    .as(url)
                    .endsWith("bad-webhook");
        }
        assertThat(json(post("", Map.of("url", "https://x.example/", "secret", "short")))
                        .path("detail")
                        .asString())
                .contains("openssl")
                .doesNotContain("short");
        assertThat(json(post("", Map.of("url", "https://x.example/", "kinds", List.of("a b"))))
                        .path("detail")
                        .asString())
                .contains("IncidentOpened");
    }

    private JsonNode subscribe(WebhookReceiver receiver) {
        return json(post("", Map.of("url", receiver.url(), "kinds", List.of(kind, "Ping"))));
    }

    private JsonNode deliveries(String hook) {
        return json(platform.get(HOOKS + "/" + hook + "/deliveries")).path("items");
    }

    private HttpResponse<String> post(String below, Object body) {
        return platform.send(platform.to(HOOKS + below)
                .header("content-type", "application/json")
                .POST(ofString(Json.text(body))));
    }

    /** As the library of the specification's authors does. */
    private static boolean verifies(WebhookReceiver.Taken taken, JsonNode made) {
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(taken.id()),
                "webhook-timestamp", List.of(taken.timestamp()),
                "webhook-signature", List.of(taken.signature()));
        try {
            new Webhook(made.path("secret").asString()).verify(new String(taken.body(), UTF_8), headers);
            return true;
        } catch (WebhookVerificationException wrong) {
            return false;
        }
    }

    private void announce(String subject) {
        durability.commit(Commit.builder()
                .add(new Commit.Announce(new Announcement(kind, subject, "cor-1", Instant.now(), "{}")))
                .build());
    }
}
