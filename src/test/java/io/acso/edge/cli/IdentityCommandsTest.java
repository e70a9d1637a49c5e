package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People, clients and keys on the command line, against a running platform. */
class IdentityCommandsTest extends ServerSuite {

    @Test
    void people_are_invited_changed_reset_and_signed_out() {
        assertThat(acso("person", "invite", "alice", "--role", "analyst", "--name", "Alice Liddell"))
                .contains("http://localhost:" + port + "/setup#token=");
        assertThat(acso("person", "list")).contains("alice", "Alice Liddell", "analyst", "yes");
        assertThat(acso("person", "change", "alice", "--role", "viewer", "--role", "approver", "--disable"))
                .contains("approver, viewer", "may not sign in");
        assertThat(acso("person", "change", "alice", "--enable")).doesNotContain("may not");
        assertThat(acso("person", "reset", "alice")).contains("/setup#token=");
        assertThat(acso("person", "sign-out", "alice")).contains("signed out everywhere");
    }

    @Test
    void what_cannot_be_is_refused_with_the_cure() {
        assertThat(run("person", "invite", "bob", "--role", "king").code()).isEqualTo(3);
        assertThat(run("person", "change", "nobody", "--enable").err()).contains("there is no person 'nobody'");
        assertThat(run("person", "change", "alice").code()).isEqualTo(2);
        assertThat(run("client", "create", "neither").code()).isEqualTo(2);
        assertThat(run("api-key", "create", "too long", "--role", "viewer", "--for", "P900D")
                        .err())
                .contains("366 days");
    }

    @Test
    void keys_and_secrets_show_once() {
        String key = acso("api-key", "create", "a program", "--role", "viewer", "--scope", "incident.read")
                .strip();
        assertThat(key).startsWith("acso_");
        assertThat(acso("api-key", "list"))
                .contains("a program", "incident.read")
                .doesNotContain(key);
        String id = key.substring("acso_".length(), "acso_".length() + 16);
        assertThat(acso("api-key", "revoke", id)).contains("revoked");
        JsonNode client =
                run("client", "create", "a pump", "--role", "analyst", "--json").json();
        String service = client.at("/client/id").asString();
        assertThat(acso("client", "list"))
                .contains(service, "service")
                .doesNotContain(client.path("secret").asString());
        assertThat(acso("client", "renew", service).strip()).hasSize(43);
        assertThat(acso("client", "remove", service)).contains("is gone");
    }
}
