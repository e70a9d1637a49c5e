package io.acso.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Json;
import org.junit.jupiter.api.Test;

/** Where secrets are found. */
public abstract class SecretStoreContract {

    protected abstract SecretStore store();

    /** Sets a secret as whoever keeps them does. */
    protected abstract void set(String name, String value);

    @Test
    void the_newest_version_is_found_by_name() {
        assertThat(store().get("siem/api-token")).isEmpty();
        set("siem/api-token", "first");
        Secret first = store().get("siem/api-token").orElseThrow();
        set("siem/api-token", "second ✓\nline");
        Secret second = store().get("siem/api-token").orElseThrow();
        assertThat(first.reveal()).isEqualTo("first");
        assertThat(second.reveal()).isEqualTo("second ✓\nline");
        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(store().get("siem/api-token", first.version()).orElseThrow().reveal())
                .isEqualTo("first");
        assertThat(store().get("siem")).isEmpty();
    }

    @Test
    void a_secret_does_not_show_itself() {
        set("token", "hunter2");
        Secret secret = store().get("token").orElseThrow();
        assertThat(secret.toString()).contains("token").doesNotContain("hunter2");
        assertThat(Json.text(secret)).doesNotContain("hunter2");
    }

    @Test
    void a_name_that_could_reach_elsewhere_is_refused() {
        for (String name : new String[] {"", "../token", "a b", "a\nb", "x".repeat(129), "arn:aws:secret"}) {
            assertThatThrownBy(() -> store().get(name))
                    .as(name)
                    .isInstanceOf(SecretsUnavailable.class)
                    .hasMessageContaining("letters");
        }
    }
}
