package io.acso.edge.connector.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.TestAuthorization;
import io.acso.edge.connector.webhook.WebhookSettings.Endpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final String KEY = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String BODY = "{\"incident\":\"inc-1\"}";

    private final WireMockServer receiver =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private WebhookSettings settings;
    private Delivery delivery;

    @BeforeEach
    void start() {
        receiver.start();
        settings = new WebhookSettings(
                Map.of("soc", new Endpoint(URI.create(receiver.baseUrl() + "/hook"), "whsec_" + KEY)),
                Duration.ofSeconds(20));
        delivery = new Delivery(settings, InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() {
        delivery.close();
        receiver.stop();
    }

    private Effect send(String id) {
        return delivery.send(settings.endpoints().get("soc"), id, BODY);
    }

    private List<LoggedRequest> received() {
        return receiver.findAll(postRequestedFor(urlEqualTo("/hook")));
    }

    @Test
    void the_actuator_sends_what_was_authorised_under_its_idempotency_key() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(200)));
        Authorized authorized = TestAuthorization.of(
                new Action(WebhookActuator.KIND, new Target("webhook", "acso", "soc"), Map.of("body", BODY)));
        assertThat(new WebhookActuator(settings, delivery, InstantSource.fixed(NOW)).carryOut(authorized))
                .isInstanceOf(Effect.Done.class);
        assertThat(received()).singleElement().satisfies(request -> {
            assertThat(request.getHeader("webhook-id")).isEqualTo(authorized.idempotencyKey());
            assertThat(request.getBodyAsString()).isEqualTo(BODY);
        });
    }

    @Test
    void an_endpoint_that_is_not_configured_is_said_with_its_settings_and_nothing_is_sent() {
        Authorized authorized = TestAuthorization.of(
                new Action(WebhookActuator.KIND, new Target("webhook", "acso", "board"), Map.of("body", BODY)));
        assertThat(new WebhookActuator(settings, delivery, InstantSource.fixed(NOW)).carryOut(authorized))
                .isEqualTo(new Effect.NotConfigured(
                        "set acso.webhook.endpoints.board.url and acso.webhook.endpoints.board.secret"));
        assertThat(received()).isEmpty();
    }

    @Test
    void the_receiver_can_verify_the_signature_with_the_shared_secret() throws Exception {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(204)));
        assertThat(send("eff-1")).isEqualTo(new Effect.Done(Map.of("status", "204")));
        LoggedRequest request = received().getFirst();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        String signed = "eff-1." + NOW.getEpochSecond() + "." + request.getBodyAsString();
        String expected = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(request.getHeader("webhook-signature")).isEqualTo("v1," + expected);
        assertThat(request.getHeader("webhook-timestamp")).isEqualTo("" + NOW.getEpochSecond());
    }

    @Test
    void a_refusal_is_final() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(403)));
        assertThat(send("eff-3")).isEqualTo(new Effect.Refused("the receiver answered 403"));
        assertThat(received()).hasSize(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(307).withHeader("location", "/elsewhere")));
        assertThat(send("eff-4")).isInstanceOf(Effect.Refused.class);
        assertThat(receiver.findAll(postRequestedFor(urlEqualTo("/elsewhere")))).isEmpty();
    }

    @Test
    void trouble_that_may_pass_is_said_to_be_worth_another_attempt() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(503)));
        assertThat(send("eff-5")).isEqualTo(new Effect.Failed("the receiver answered 503", true));
        assertThat(received()).hasSize(1);
    }

    @Test
    void a_lost_answer_is_unknown_and_never_success() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withFixedDelay(2_000)));
        WebhookSettings hasty = new WebhookSettings(settings.endpoints(), Duration.ofMillis(300));
        try (Delivery impatient = new Delivery(hasty, InstantSource.fixed(NOW))) {
            assertThat(impatient.send(settings.endpoints().get("soc"), "eff-6", BODY))
                    .isInstanceOf(Effect.Unknown.class);
        }
    }

    @Test
    void the_dry_run_shows_where_the_body_would_go_and_refuses_what_is_no_json() {
        WebhookActuator actuator = new WebhookActuator(settings, delivery, InstantSource.fixed(NOW));
        assertThat(actuator.dryRun(action("soc", BODY)).calls().getFirst()).startsWith("POST " + receiver.baseUrl());
        assertThat(actuator.dryRun(action("nobody", BODY)).calls().getFirst())
                .contains("set acso.webhook.endpoints.nobody.url");
        assertThatThrownBy(() -> actuator.dryRun(action("soc", "not json"))).isInstanceOf(ActionInvalid.class);
    }

    @Test
    void a_secret_that_is_too_short_or_a_plain_url_is_refused_at_start() {
        URI safe = URI.create("https://soc.example/hook");
        assertThatThrownBy(() -> new Endpoint(safe, "c2hvcnQ=")).hasMessageContaining("openssl rand");
        assertThatThrownBy(() -> new Endpoint(URI.create("http://soc.example/hook"), KEY))
                .hasMessageContaining("https");
        assertThat(new Endpoint(safe, KEY).toString()).doesNotContain(KEY);
    }

    private static Action action(String name, String body) {
        return new Action("notify.webhook", new Target("webhook", "acso", name), Map.of("body", body));
    }
}
