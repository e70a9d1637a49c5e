package io.acso.edge.connector.http;

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
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class OpenC2Test {

    private static final String PATH = "/.well-known/openc2";
    private static final String DENY = """
            {"headers":{"request_id":"r-1"},"body":{"openc2":{"request":{"action":"deny",\
            "target":{"ipv4_net":"192.0.2.0/24"}}}}}""";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private Wire wire;
    private HttpActuator actuator;

    @BeforeEach
    void start() {
        server.start();
        HttpSettings settings = new HttpSettings(
                List.of("127.0.0.1:" + server.port()),
                List.of(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                DataSize.ofKilobytes(16),
                DataSize.ofKilobytes(16));
        wire = new Wire(settings);
        actuator =
                new HttpActuator(settings, wire, name -> Optional.empty(), InstantSource.fixed(TestAuthorization.NOW));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.stop();
    }

    private Action action(String content) {
        String host = "127.0.0.1:" + server.port();
        return new Action(
                "http.openc2",
                new Target("http:api", host, "http://" + host),
                Map.of("method", "POST", "path", PATH, "content", content));
    }

    private void answers(int status, String body) {
        server.stubFor(post(PATH).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    @Test
    void a_command_goes_out_as_the_transfer_specification_has_it() {
        answers(200, "{\"body\":{\"openc2\":{\"response\":{\"status\":200}}}}");
        Authorized authorized = TestAuthorization.of(action(DENY));
        assertThat(actuator.carryOut(authorized))
                .isInstanceOfSatisfying(
                        Effect.Done.class, done -> assertThat(done.details()).containsEntry("openc2_status", "200"));
        LoggedRequest request =
                server.findAll(postRequestedFor(urlEqualTo(PATH))).getFirst();
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/openc2+json;version=1.0");
        assertThat(request.getHeader("Accept")).isEqualTo("application/openc2+json;version=1.0");
        assertThat(request.getHeader("X-Request-ID")).isEqualTo(authorized.idempotencyKey());
        assertThat(request.getBodyAsString()).isEqualTo(DENY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"status\":200} | Done",
                "200 | {\"status\":102} | Done",
                "200 | {\"status\":400,\"status_text\":\"no such actuator\"} | Refused",
                "200 | {\"body\":{\"openc2\":{\"response\":{\"status\":501}}}} | Refused",
                "200 | {\"status\":500} | Unknown",
                "200 | <html>welcome</html> | Unknown",
                "200 | {\"status\":\"fine\"} | Unknown",
                "401 | {\"status\":401} | Refused",
                "503 | {} | Unknown"
            })
    void the_consumer_s_own_status_has_the_last_word(int status, String body, String effect) {
        answers(status, body);
        assertThat(actuator.carryOut(TestAuthorization.of(action(DENY)))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nonsense", "{}", "{\"action\":\"deny\"}", "{\"action\":1,\"target\":{}}", "[]"})
    void what_is_no_openc2_command_is_refused(String content) {
        assertThatThrownBy(() -> actuator.dryRun(action(content)))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining("OpenC2");
    }

    @Test
    void a_bare_command_is_one_too() {
        assertThat(actuator.dryRun(action("{\"action\":\"query\",\"target\":{\"features\":[]}}"))
                        .calls())
                .hasSize(1);
    }
}
