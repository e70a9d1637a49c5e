package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acso.domain.kernel.Json;
import org.junit.jupiter.api.Test;

/** The commands about webhooks, against a running platform, whose settings let none lead inside. */
class WebhookCommandTest extends ServerSuite {

    @Test
    void a_webhook_is_added_pinged_logged_paused_and_deleted() {
        String id = Json.tree(acso("webhook", "add", "https://127.0.0.1:9/", "--kind", "IncidentOpened", "--json"))
                .at("/webhook/id")
                .asString();
        assertThat(acso("webhook", "list")).contains(id, "https://127.0.0.1:9/", "IncidentOpened", "active");
        assertThat(acso("webhook", "rekey", id)).contains("whsec_");
        assertThat(acso("webhook", "ping", id)).contains("whd-");
        await().untilAsserted(() -> assertThat(acso("webhook", "log", id))
                .as("a name leads inside, and is closed")
                .contains("Ping", "acso.webhooks.networks"));
        assertThat(acso("webhook", "pause", id)).contains("is paused");
        assertThat(acso("webhook", "list")).contains("paused by person:owner");
        assertThat(acso("webhook", "resume", id)).contains("is active");
        assertThat(acso("webhook", "delete", id)).contains("is deleted");
        assertThat(run("webhook", "pause", id).err()).contains("there is no webhook");
        assertThat(run("webhook", "add", "http://x.example/").err()).contains("https://");
    }
}
