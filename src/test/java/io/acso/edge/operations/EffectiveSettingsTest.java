package io.acso.edge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.edge.operations.EffectiveSettings.EffectiveSetting;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class EffectiveSettingsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void a_secret_is_told_to_be_set_and_nothing_more() {
        environment.setProperty("acso.aws.keys.secret-access-key", "hunter2");
        environment.setProperty("acso.webhook.endpoints.default.secret", "hunter2");
        assertThat(setting("acso.aws.keys.secret-access-key").value()).isEqualTo("(set)");
        assertThat(new EffectiveSettings(environment).all().toString())
                .contains("default")
                .doesNotContain("hunter2");
    }

    @Test
    void an_address_is_shown_without_the_password_in_it() {
        environment.setProperty("acso.aws.endpoint", "http://user:hunter2@localhost:4566/x");
        assertThat(setting("acso.aws.endpoint").value()).isEqualTo("http://…@localhost:4566/x");
    }

    @Test
    void a_list_is_shown_whole() {
        environment.setProperty("acso.aws.accounts", "111122223333,444455556666");
        assertThat(setting("acso.aws.accounts").value()).isEqualTo("111122223333, 444455556666");
    }

    private EffectiveSetting setting(String name) {
        return new EffectiveSettings(environment)
                .all().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
