package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is set, and that no secret is told. */
class SettingsApiTest extends ApiSuite {

    @Test
    void a_setting_is_shown_with_its_meaning_its_default_and_what_it_was_set_to() {
        JsonNode body = setting("acso.events.largest-body");
        assertThat(body.path("value").asString()).isEqualTo("1MB");
        assertThat(body.path("standard").asString()).isNotEmpty();
        assertThat(body.path("meaning").asString()).isNotEmpty();
        assertThat(setting("acso.agents.lease").has("value"))
                .as("nobody set it")
                .isFalse();
    }

    @Test
    void what_may_be_secret_is_marked() {
        assertThat(setting("acso.aws.keys.secret-access-key").path("secret").asBoolean())
                .isTrue();
        assertThat(setting("acso.aws.keys.session-token").path("secret").asBoolean())
                .isTrue();
        assertThat(setting("acso.agents.lease").path("secret").asBoolean()).isFalse();
    }

    private JsonNode setting(String name) {
        return json(platform.get("/api/v1/settings"))
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
