package io.acso.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.edge.demo.account.AccountState;
import io.acso.edge.demo.account.StandInAccount;
import io.acso.platform.aws.AwsSettings.Credentials;
import io.acso.platform.aws.AwsSettings.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which accounts and addresses clients may reach. */
class AwsSettingsTest {

    private static final String ACCOUNT = "111122223333";

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
    void this_machine_is_not_refused(String host) {
        assertThat(LoopbackOnly.isLoopback(host)).isTrue();
    }

    @Test
    void settings_that_would_reach_beyond_this_machine_do_not_bind() {
        assertThatThrownBy(() -> new AwsSettings(
                        Set.of(),
                        "us-east-1",
                        URI.create("http://127.0.0.1:1"),
                        Map.of(),
                        true,
                        Credentials.DEFAULT,
                        null,
                        Timeouts.standard()))
                .hasMessageContaining("acso.aws.loopback-only needs");
        assertThatThrownBy(() -> AwsSettings.loopback(URI.create("http://127.0.0.1:1"), "1234"))
                .hasMessageContaining("acso.aws.accounts");
    }

    @Test
    void settings_bind_and_do_nothing_by_default() {
        assertThat(bound(Map.of())).isEqualTo(AwsSettings.none());
        AwsSettings set = bound(Map.of(
                "acso.aws.accounts", ACCOUNT,
                "acso.aws.credentials", "static",
                "acso.aws.keys.access-key-id", "AKIAEXAMPLE",
                "acso.aws.keys.secret-access-key", "very-secret",
                "acso.aws.endpoints.dynamodb", "http://127.0.0.1:8000",
                "acso.aws.timeouts.attempt", "2s"));
        assertThat(set.accounts()).containsExactly(ACCOUNT);
        assertThat(set.endpoints()).containsEntry("dynamodb", URI.create("http://127.0.0.1:8000"));
        assertThat(set.timeouts().attempt()).isEqualTo(Duration.ofSeconds(2));
        assertThat(set.toString()).contains("AKIAEXAMPLE").doesNotContain("very-secret");
    }

    @Test
    void only_a_listed_account_may_be_touched() {
        try (StandInAccount account = StandInAccount.start(AccountState.empty("999988887777"))) {
            assertThat(caller(AwsSettings.loopback(account.endpoint(), "999988887777"))
                            .listedAccount())
                    .isEqualTo("999988887777");
            assertThatThrownBy(() -> caller(AwsSettings.loopback(account.endpoint(), ACCOUNT))
                            .listedAccount())
                    .isInstanceOf(AwsNotConfigured.class)
                    .hasMessageContaining("account 999988887777")
                    .hasMessageContaining("acso.aws.accounts");
        }
        assertThatThrownBy(() -> caller(AwsSettings.none()).listedAccount())
                .isInstanceOf(AwsNotConfigured.class)
                .hasMessageContaining("acso.aws.credentials");
    }

    @Test
    void a_service_may_have_an_address_of_its_own() {
        try (StandInAccount account = StandInAccount.start(AccountState.empty(ACCOUNT))) {
            AwsSettings nobody = AwsSettings.loopback(URI.create("http://127.0.0.1:1"), ACCOUNT);
            assertThat(caller(nobody.with("sts", account.endpoint())).account()).isEqualTo(ACCOUNT);
        }
    }

    private static AwsCaller caller(AwsSettings settings) {
        return new AwsCaller(new AwsClients(settings));
    }

    private static AwsSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("acso.aws", AwsSettings.class);
    }
}
