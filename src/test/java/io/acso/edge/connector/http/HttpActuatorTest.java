package io.acso.edge.connector.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Authorized;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.DryRun;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.RepeatSafety;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.TestAuthorization;
import io.acso.edge.connector.command.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class HttpActuatorTest {

    private static final Secrets SECRETS = name ->
            Optional.ofNullable(Map.of("firewall", "acso:s3cret", "token", "t0ken\n", "lines", "a:b\r\nHost: evil")
                    .get(name));

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private String host;
    private Wire wire;
    private HttpActuator actuator;

    @BeforeEach
    void start() {
        server.start();
        host = "127.0.0.1:" + server.port();
        HttpSettings settings = settings(List.of(host));
        wire = new Wire(settings);
        actuator = new HttpActuator(settings, wire, SECRETS, InstantSource.fixed(TestAuthorization.NOW));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.stop();
    }

    private static HttpSettings settings(List<String> allowed) {
        return new HttpSettings(
                allowed,
                List.of(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                DataSize.ofKilobytes(1),
                DataSize.ofBytes(100));
    }

    private Action action(String... arguments) {
        Map<String, String> all = new HashMap<>(Map.of("method", "POST", "path", "/block?list=a"));
        for (int i = 0; i < arguments.length; i += 2) {
            all.put(arguments[i], arguments[i + 1]);
        }
        return new Action("http.request", new Target("http:api", host, "http://" + host), all);
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private Effect carryOut(Action action) {
        return actuator.carryOut(TestAuthorization.of(action));
    }

    private List<LoggedRequest> received() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    @Test
    void what_was_shown_is_what_is_sent() {
        answers(aResponse().withStatus(201).withBody("{\"id\":7}"));
        Action action = action(
                "content",
                "{\"address\":\"192.0.2.7\"}",
                "header.Content-Type",
                "application/json",
                "header.X-Case",
                "42");
        DryRun dryRun = actuator.dryRun(action);
        assertThat(dryRun.calls())
                .containsExactly("POST http://" + host + "/block?list=a\nContent-Type: application/json\n"
                        + "X-Case: 42\n\n{\"address\":\"192.0.2.7\"}");
        assertThat(dryRun.touches()).isEqualTo(1);
        assertThat(dryRun.inverse()).isNull();
        assertThat(received()).as("a dry run sends nothing").isEmpty();

        assertThat(carryOut(action))
                .isEqualTo(new Effect.Done(Map.of("status", "201", "body", "{\"id\":7}", "body_cut", "false")));
        assertThat(received()).singleElement().satisfies(request -> {
            assertThat(request.getMethod().getName()).isEqualTo("POST");
            assertThat(request.getUrl()).isEqualTo("/block?list=a");
            assertThat(request.getHeader("X-Case")).isEqualTo("42");
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(request.getBodyAsString()).isEqualTo("{\"address\":\"192.0.2.7\"}");
            assertThat(request.containsHeader("Idempotency-Key")).isFalse();
        });
    }

    @Test
    void a_secret_is_named_when_it_is_shown_and_sent_when_it_is_used() {
        answers(aResponse().withStatus(200));
        Action action = action("authentication", "firewall", "authentication_type", "http-basic");
        assertThat(actuator.dryRun(action).calls().getFirst())
                .contains("Authorization: (http-basic, from the secret 'firewall')")
                .doesNotContain("s3cret");
        carryOut(action);
        carryOut(action("authentication", "token", "authentication_type", "oauth2"));
        carryOut(action("authentication", "token", "authentication_type", "user-auth", "username", "acso"));
        assertThat(received())
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly("Basic YWNzbzpzM2NyZXQ=", "Bearer t0ken", "Basic YWNzbzp0MGtlbg==");
    }

    @Test
    void a_secret_that_is_absent_or_would_split_the_header_sends_nothing() {
        assertThatThrownBy(() -> actuator.dryRun(action("authentication", "nobody")))
                .isInstanceOf(ActionNotConfigured.class)
                .hasMessageContaining("no secret 'nobody'");
        assertThat(carryOut(action("authentication", "lines"))).isInstanceOf(Effect.NotConfigured.class);
        assertThat(received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, none, Refused",
        "403, natural, Refused",
        "404, none, Refused",
        "302, none, Refused",
        "501, none, Refused",
        "429, none, Failed",
        "408, none, Failed",
        "500, none, Unknown",
        "503, checkable, Unknown",
        "502, natural, Failed",
        "503, keyed, Failed"
    })
    void a_status_is_judged_by_what_a_repetition_would_mean(int status, String safety, String effect) {
        answers(aResponse().withStatus(status).withHeader("Location", "http://169.254.169.254/"));
        Effect came = carryOut(action("repeat_safety", safety, "check.path", "/seen"));
        assertThat(came.getClass().getSimpleName()).isEqualTo(effect);
        assertThat(came.toString()).contains(String.valueOf(status));
        assertThat(received()).as("nothing is repeated or followed here").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void an_answer_that_does_not_come_back_whole_is_unknown(Fault fault) {
        answers(aResponse().withFault(fault));
        assertThat(carryOut(action())).isInstanceOf(Effect.Unknown.class);
    }

    @Test
    void a_server_that_trickles_is_cut_off_at_the_step_s_own_timeout() {
        answers(aResponse().withStatus(200).withBody("x".repeat(90)).withChunkedDribbleDelay(90, 60_000));
        assertThat(carryOut(action("timeout_ms", "300")))
                .isEqualTo(new Effect.Unknown("the answer was lost: no whole answer within PT0.3S"));
    }

    @Test
    void where_nobody_listens_nothing_happened() {
        server.stop();
        assertThat(carryOut(action())).isInstanceOfSatisfying(Effect.Failed.class, failed -> {
            assertThat(failed.retryable()).isTrue();
            assertThat(failed.why()).startsWith("nothing was sent");
        });
    }

    @Test
    void a_certificate_that_nobody_vouches_for_ends_it_for_good() throws IOException {
        WireMockServer imposter =
                new WireMockServer(options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
        imposter.start();
        String there = "127.0.0.1:" + imposter.httpsPort();
        HttpSettings settings = settings(List.of(there));
        try (Wire secure = new Wire(settings)) {
            Action action = new Action(
                    "http.request", new Target("http:api", there, "https://" + there), Map.of("method", "POST"));
            assertThat(new HttpActuator(settings, secure, SECRETS, InstantSource.fixed(TestAuthorization.NOW))
                            .carryOut(TestAuthorization.of(action)))
                    .isInstanceOfSatisfying(Effect.Failed.class, failed -> {
                        assertThat(failed.retryable()).isFalse();
                        assertThat(failed.why()).startsWith("nothing was sent");
                    });
            assertThat(imposter.findAll(anyRequestedFor(anyUrl()))).isEmpty();
        } finally {
            imposter.stop();
        }
    }

    @Test
    void of_a_long_answer_the_beginning_is_kept() {
        answers(aResponse().withStatus(200).withBody("y".repeat(1_000_000)));
        assertThat(carryOut(action()))
                .isInstanceOfSatisfying(
                        Effect.Done.class,
                        done -> assertThat(done.details())
                                .containsEntry("body", "y".repeat(100))
                                .containsEntry("body_cut", "true"));
    }

    @Test
    void a_keyed_request_carries_the_same_key_at_every_attempt() {
        answers(aResponse().withStatus(200));
        Authorized authorized = TestAuthorization.of(action("repeat_safety", "keyed"));
        actuator.carryOut(authorized);
        actuator.carryOut(authorized);
        assertThat(received())
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsOnly(authorized.idempotencyKey())
                .hasSize(2);
    }

    @Test
    void repeat_safety_is_the_action_s_or_what_http_says_of_the_method() {
        assertThat(actuator.repeatSafety(action())).isEqualTo(RepeatSafety.NONE);
        assertThat(actuator.repeatSafety(action("method", "put"))).isEqualTo(RepeatSafety.NATURAL);
        assertThat(actuator.repeatSafety(action("method", "PUT", "repeat_safety", "none")))
                .isEqualTo(RepeatSafety.NONE);
        assertThat(actuator.repeatSafety(action("repeat_safety", "checkable")))
                .as("without a check")
                .isEqualTo(RepeatSafety.NONE);
        assertThatThrownBy(() -> actuator.dryRun(action("repeat_safety", "checkable")))
                .hasMessageContaining("check.");
    }

    @Test
    void an_action_may_name_its_inverse_and_its_check() {
        Action action = action(
                "content",
                "x",
                "header.X-Case",
                "42",
                "authentication",
                "firewall",
                "undo.method",
                "DELETE",
                "undo.path",
                "/block/7",
                "check.path",
                "/block/7");
        Action inverse = actuator.dryRun(action).inverse();
        assertThat(inverse).isNotNull();
        assertThat(inverse.arguments())
                .containsOnly(
                        Map.entry("method", "DELETE"),
                        Map.entry("path", "/block/7"),
                        Map.entry("header.X-Case", "42"),
                        Map.entry("authentication", "firewall"));
        assertThat(actuator.repeatSafety(inverse)).isEqualTo(RepeatSafety.NATURAL);

        answers(aResponse().withStatus(404));
        assertThat(actuator.check(action).verdict()).isEqualTo(Verdict.NOT_IN_PLACE);
        answers(aResponse().withStatus(200));
        assertThat(actuator.check(action).verdict()).isEqualTo(Verdict.IN_PLACE);
        answers(aResponse().withStatus(500));
        assertThat(actuator.check(action).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(actuator.check(action()).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(received())
                .allSatisfy(request -> assertThat(request.getMethod().getName()).isEqualTo("GET"));
        assertThatThrownBy(() -> actuator.dryRun(action("check.path", "/x", "check.method", "POST")))
                .hasMessageContaining("GET or HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Host", "Authorization", "cookie", "Transfer-Encoding", "Content-Length", "bad name", "X:Y"})
    void headers_that_are_the_connection_s_or_a_secret_s_are_refused(String name) {
        assertThatThrownBy(() -> actuator.dryRun(action("header." + name, "x"))).isInstanceOf(ActionInvalid.class);
    }

    @Test
    void what_is_no_request_is_refused_by_name_before_anything_is_sent() {
        refused(action("header.X", "a\r\nHost: evil"), "header.X");
        refused(action("method", "BREW"), "method");
        refused(action("path", "block"), "path");
        refused(action("path", "/a b"), "URL");
        refused(action("path", "/a#b"), "path");
        refused(action("content", "x".repeat(2000)), "content");
        refused(action("content_b64", "!"), "content_b64");
        refused(action("content", "x", "content_b64", "eA=="), "twice");
        refused(action("method", "GET", "content", "x"), "content");
        refused(action("timeout_ms", "-5"), "timeout_ms");
        refused(action("authentication", "firewall", "authentication_type", "magic"), "authentication_type");
        assertThat(received()).isEmpty();
    }

    private void refused(Action action, String names) {
        assertThatThrownBy(() -> actuator.dryRun(action))
                .isInstanceOf(ActionInvalid.class)
                .hasMessageContaining(names);
    }

    @Test
    void an_authorisation_that_expired_sends_nothing() {
        assertThat(actuator.carryOut(TestAuthorization.until(action(), TestAuthorization.NOW)))
                .isInstanceOf(Effect.Refused.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void without_a_list_of_hosts_the_setting_is_named() {
        HttpSettings none = settings(List.of());
        HttpActuator unset = new HttpActuator(none, wire, SECRETS, InstantSource.fixed(TestAuthorization.NOW));
        assertThatThrownBy(() -> unset.dryRun(action()))
                .isInstanceOf(ActionNotConfigured.class)
                .hasMessageContaining("acso.http.allowed")
                .hasMessageContaining(host);
        assertThat(unset.carryOut(TestAuthorization.of(action()))).isInstanceOf(Effect.NotConfigured.class);
        assertThat(received()).isEmpty();
    }
}
