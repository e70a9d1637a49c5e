package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Passkeys, with an authenticator that this test wrote and the library did not. */
class PasskeysTest extends ApiSuite {

    @Test
    void a_passkey_signs_in_by_itself_and_proves_anew() {
        Browser.Signed olga = Browser.somebody(platform, port, "olga", "approver");
        SoftAuthenticator key = new SoftAuthenticator(olga.browser().origin(), "olga");
        assertThat(register(olga.browser(), key).statusCode()).isEqualTo(200);
        assertThat(json(olga.browser().get("/api/v1/me")).path("assurance").asString())
                .isEqualTo("PHISHING_RESISTANT");
        Browser elsewhere = new Browser(port);
        JsonNode done = json(signIn(elsewhere, key));
        assertThat(done.path("authenticated").asBoolean()).isTrue();
        JsonNode me = json(elsewhere.get("/api/v1/me"));
        assertThat(me.path("principal").asString()).isEqualTo("person:olga");
        assertThat(me.path("factors").toString()).isEqualTo("[\"passkey\"]");
        String session = me.path("session").asString();
        signIn(elsewhere, key);
        assertThat(json(elsewhere.get("/api/v1/me")).path("session").asString()).isEqualTo(session);
        JsonNode listed = json(olga.browser().get("/identity/factors")).at("/passkeys/0");
        assertThat(listed.path("label").asString()).isEqualTo("test key");
        olga.browser().delete("/identity/passkeys/" + listed.path("id").asString());
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(401);
    }

    @Test
    void a_copy_of_a_passkey_is_noticed_by_its_counter() {
        Browser.Signed paul = Browser.somebody(platform, port, "paul", "viewer");
        SoftAuthenticator key = new SoftAuthenticator(paul.browser().origin(), "paul");
        register(paul.browser(), key);
        key.setCounter(10);
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(200);
        key.setCounter(5);
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(401);
    }

    @Test
    void a_page_elsewhere_and_an_answer_that_comes_twice_open_nothing() {
        Browser.Signed rita = Browser.somebody(platform, port, "rita", "viewer");
        SoftAuthenticator forged = new SoftAuthenticator("http://localhost.evil.example", "rita-forged");
        HttpResponse<String> refused = register(rita.browser(), forged);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).path("type").asString()).endsWith("passkey-refused");
        SoftAuthenticator key = new SoftAuthenticator(rita.browser().origin(), "rita");
        register(rita.browser(), key);
        Browser browser = new Browser(port);
        JsonNode options = json(browser.post("/webauthn/authenticate/options", Map.of()));
        Map<String, Object> signed = key.sign(options);
        assertThat(browser.post("/login/webauthn", signed).statusCode()).isEqualTo(200);
        browser.cookies().remove("acso");
        assertThat(browser.post("/login/webauthn", signed).statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_sets_up_a_passkey_for_somebody_else() {
        assertThat(new Browser(port)
                        .post("/webauthn/register/options", Map.of())
                        .statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> register(Browser browser, SoftAuthenticator key) {
        JsonNode options = json(browser.post("/webauthn/register/options", Map.of()));
        return browser.post("/webauthn/register", key.create(options));
    }

    private static HttpResponse<String> signIn(Browser browser, SoftAuthenticator key) {
        JsonNode options = json(browser.post("/webauthn/authenticate/options", Map.of()));
        return browser.post("/login/webauthn", key.sign(options));
    }
}
