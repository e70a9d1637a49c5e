package io.acso.edge.connector.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.TestAuthorization;
import io.acso.edge.connector.resilience.ResilienceSettings;
import io.acso.edge.connector.resilience.Safeguards;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The HTTP connector behind the safeguards, before a server in trouble. */
class FaultyServerTest {

    private static final ResponseDefinitionBuilder WELL = aResponse().withStatus(200);

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private Wire wire;
    private Actuator actuator;

    @BeforeEach
    void start() {
        server.start();
        HttpSettings settings = new HttpSettings(
                List.of("127.0.0.1:" + server.port()),
                List.of(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                DataSize.ofKilobytes(1),
                DataSize.ofKilobytes(1));
        InstantSource clock = InstantSource.fixed(TestAuthorization.NOW);
        wire = new Wire(settings);
        Safeguards safeguards = new Safeguards(
                new ResilienceSettings(
                        3, Duration.ofMillis(1), 6, Duration.ofSeconds(30), 8, Duration.ofSeconds(1), 100),
                clock);
        actuator = safeguards.around(new HttpActuator(settings, wire, name -> Optional.empty(), clock));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.stop();
    }

    private Effect send(String method, String... safety) {
        String host = "127.0.0.1:" + server.port();
        Map<String, String> arguments =
                safety.length == 0 ? Map.of("method", method) : Map.of("method", method, "repeat_safety", safety[0]);
        return actuator.carryOut(TestAuthorization.of(
                new Action("http.request", new Target("http:api", host, "http://" + host), arguments)));
    }

    private void first(ResponseDefinitionBuilder trouble) {
        server.stubFor(any(anyUrl())
                .inScenario("trouble")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(trouble)
                .willSetStateTo("well"));
        server.stubFor(
                any(anyUrl()).inScenario("trouble").whenScenarioStateIs("well").willReturn(WELL));
    }

    private int requests() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Test
    void a_reset_is_passed_over_where_that_is_harmless() {
        first(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send("PUT")).isInstanceOf(Effect.Done.class);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void after_a_reset_that_may_have_done_something_nothing_more_is_sent() {
        first(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send("POST")).isInstanceOf(Effect.Unknown.class);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_malformed_answer_to_a_keyed_request_is_asked_for_again() {
        first(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertThat(send("POST", "keyed")).isInstanceOf(Effect.Done.class);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_server_that_asks_for_time_gets_it_whatever_the_action() {
        first(aResponse().withStatus(429));
        assertThat(send("POST")).isInstanceOf(Effect.Done.class);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_server_that_stays_unavailable_is_left_alone() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        send("PUT");
        send("PUT");
        int before = requests();
        assertThat(send("PUT"))
                .isInstanceOfSatisfying(
                        Effect.Failed.class, failed -> assertThat(failed.why()).contains("left alone until"));
        assertThat(before).isEqualTo(6);
        assertThat(requests()).isEqualTo(before);
    }
}
