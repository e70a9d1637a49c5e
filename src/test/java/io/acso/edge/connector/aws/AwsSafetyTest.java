package io.acso.edge.connector.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.acso.core.autonomy.Action;
import io.acso.core.autonomy.ActionInvalid;
import io.acso.core.autonomy.ActionNotConfigured;
import io.acso.core.autonomy.Actuator;
import io.acso.core.autonomy.Check.Verdict;
import io.acso.core.autonomy.Effect;
import io.acso.core.autonomy.Target;
import io.acso.core.autonomy.TestAuthorization;
import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsSettings;
import io.acso.platform.aws.AwsSettings.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the connector never does, and what it says when AWS is slow, busy or says no. */
class AwsSafetyTest {

    private static final String ACCOUNT = "111122223333";
    private static final Action DEACTIVATE = deactivate("aws:" + ACCOUNT);

    @RegisterExtension
    static final WireMockExtension AWS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void an_account_that_is_not_listed_is_refused_and_nothing_is_asked() {
        try (StandInAccount account = StandInAccount.start(AccountState.empty("999988887777"))) {
            Action action = deactivate("aws:999988887777");
            Actuator actuator = actuator(AwsSettings.loopback(account.endpoint(), ACCOUNT), action);
            assertThat(carryOut(actuator, action))
                    .isEqualTo(new Effect.Refused("account 999988887777 is not listed: add it to acso.aws.accounts"
                            + " to let ACSO act on it"));
            assertThatThrownBy(() -> actuator.dryRun(action)).isInstanceOf(ActionInvalid.class);
            assertThat(actuator.check(action).verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(account.mutations()).isZero();
        }
    }

    @Test
    void credentials_of_another_account_are_refused_before_any_change() {
        try (StandInAccount account = StandInAccount.start(AccountState.empty("999988887777"))) {
            Effect effect = carryOut(AwsSettings.loopback(account.endpoint(), ACCOUNT));
            assertThat(effect)
                    .isInstanceOfSatisfying(
                            Effect.Refused.class,
                            refused -> assertThat(refused.why())
                                    .contains("belong to account 999988887777, not to " + ACCOUNT));
            assertThat(account.mutations()).isZero();
        }
    }

    @Test
    void without_credentials_it_is_not_configured_and_says_what_to_set() {
        assertThat(carryOut(AwsSettings.none()))
                .isInstanceOfSatisfying(
                        Effect.NotConfigured.class,
                        not -> assertThat(not.cure()).contains("acso.aws.credentials", "acso.aws.accounts"));
        assertThatThrownBy(() -> actuator(AwsSettings.none(), DEACTIVATE).dryRun(DEACTIVATE))
                .isInstanceOf(ActionNotConfigured.class)
                .hasMessageContaining("acso.aws.credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:9", "http://loopback.example:9", "http://[2001:db8::1]:9"})
    void an_address_that_is_not_this_machine_is_refused(String endpoint) {
        assertThat(carryOut(AwsSettings.loopback(URI.create(endpoint), ACCOUNT)))
                .isInstanceOfSatisfying(
                        Effect.Refused.class,
                        refused -> assertThat(refused.why()).contains("is not this machine"));
    }

    @Test
    void an_expired_authorisation_does_nothing() {
        Actuator actuator = actuator(slow(), DEACTIVATE);
        assertThat(actuator.carryOut(TestAuthorization.until(DEACTIVATE, TestAuthorization.NOW)))
                .isInstanceOf(Effect.Refused.class);
        AWS.verify(0, postRequestedFor(urlEqualTo("/")));
    }

    @Test
    void a_lost_answer_to_a_change_is_unknown() {
        identity();
        change(aResponse().withStatus(200).withFixedDelay(10_000));
        assertThat(carryOut(slow())).isInstanceOf(Effect.Unknown.class);
        change(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(carryOut(slow())).isInstanceOf(Effect.Unknown.class);
    }

    @Test
    void a_lost_answer_to_a_question_is_a_failure_to_try_again() {
        AWS.stubFor(post("/").willReturn(aResponse().withFixedDelay(10_000)));
        assertThat(carryOut(slow()))
                .isInstanceOfSatisfying(
                        Effect.Failed.class,
                        failed -> assertThat(failed.retryable()).isTrue());
    }

    @Test
    void an_unreachable_endpoint_changed_nothing() {
        AwsSettings nobody = AwsSettings.loopback(URI.create("http://127.0.0.1:1"), ACCOUNT);
        assertThat(carryOut(nobody))
                .isInstanceOfSatisfying(
                        Effect.Failed.class,
                        failed -> assertThat(failed.retryable()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling, true",
        "503, ServiceUnavailable, true",
        "500, ServiceFailure, true",
        "409, EntityTemporarilyUnmodifiable, true",
        "404, NoSuchEntity, false",
        "409, LimitExceeded, false"
    })
    void an_error_of_aws_is_a_failure_that_may_pass_or_not(int status, String code, boolean retryable) {
        identity();
        change(error(status, code));
        assertThat(carryOut(slow())).isInstanceOfSatisfying(Effect.Failed.class, failed -> {
            assertThat(failed.retryable()).isEqualTo(retryable);
            assertThat(failed.why()).contains(code);
        });
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDenied", "403, InvalidClientTokenId", "403, ExpiredToken"})
    void a_no_of_aws_is_refused(int status, String code) {
        identity();
        change(error(status, code));
        assertThat(carryOut(slow())).isInstanceOf(Effect.Refused.class);
    }

    @Test
    void a_throttled_call_is_tried_again_by_the_sdk() {
        identity();
        change(error(400, "Throttling"));
        AwsSettings patient =
                withTimeouts(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20), 3));
        assertThat(carryOut(patient)).isInstanceOf(Effect.Failed.class);
        AWS.verify(3, postRequestedFor(urlEqualTo("/")).withRequestBody(containing("Action=UpdateAccessKey")));
    }

    private static Action deactivate(String scope) {
        return new Action(
                "aws.iam.deactivate-access-key",
                new Target("aws:iam:access-key", scope, "AKIAEXAMPLE"),
                Map.of("userName", "build-deployer"));
    }

    private static void identity() {
        AWS.stubFor(post("/")
                .withRequestBody(containing("Action=GetCallerIdentity"))
                .willReturn(aResponse().withBody("""
                                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\
                                <GetCallerIdentityResult><Account>111122223333</Account></GetCallerIdentityResult>\
                                </GetCallerIdentityResponse>""")));
    }

    private static void change(ResponseDefinitionBuilder answer) {
        AWS.stubFor(
                post("/").withRequestBody(containing("Action=UpdateAccessKey")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                        + "</Code><Message>why</Message></Error></ErrorResponse>");
    }

    private static AwsSettings slow() {
        return withTimeouts(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(8), 1));
    }

    private static AwsSettings withTimeouts(Timeouts timeouts) {
        return AwsSettings.loopback(URI.create(AWS.baseUrl()), ACCOUNT).with(timeouts);
    }

    private static Effect carryOut(AwsSettings settings) {
        return carryOut(actuator(settings, DEACTIVATE), DEACTIVATE);
    }

    private static Effect carryOut(Actuator actuator, Action action) {
        return actuator.carryOut(TestAuthorization.of(action));
    }

    private static Actuator actuator(AwsSettings settings, Action action) {
        return AwsActuators.create(
                        new AwsClients(settings),
                        ContainmentSettings.standard(),
                        InstantSource.fixed(TestAuthorization.NOW))
                .stream()
                .filter(one -> one.kinds().contains(action.kind()))
                .findFirst()
                .orElseThrow();
    }
}
