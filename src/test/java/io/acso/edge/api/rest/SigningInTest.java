package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How people and programs come in, over real HTTP. */
class SigningInTest extends ApiSuite {

    /** How it lets the first person in, {@link TlsTest} shows on a server of its own. */
    @Test
    void the_link_of_the_first_start_is_void_once_somebody_came_by_another_way() throws IOException {
        Browser.somebody(platform, port, "adele", "administrator");
        String token = Files.readString(RunningPlatform.DIRECTORY.resolve("setup-token"))
                .strip();
        Map<String, String> wish = Map.of("token", token, "username", "late", "password", Browser.password("late"));
        Browser late = new Browser(port);
        assertThat(late.post("/identity/invitation", Map.of("token", token)).statusCode())
                .isEqualTo(410);
        assertThat(late.post("/identity/setup", wish).statusCode()).isEqualTo(400);
        assertThat(json(late.get("/identity/state")).path("setupNeeded").asBoolean())
                .isFalse();
    }

    @Test
    void a_password_and_a_code_open_a_session_that_says_who_it_is() {
        Browser.Signed boris = Browser.somebody(platform, port, "boris", "analyst", "approver");
        JsonNode me = json(boris.browser().get("/api/v1/me"));
        assertThat(me.path("principal").asString()).isEqualTo("person:boris");
        assertThat(me.path("roles").toString()).isEqualTo("[\"analyst\",\"approver\"]");
        assertThat(me.path("assurance").asString()).isEqualTo("SECOND_FACTOR");
        assertThat(Instant.parse(me.path("assuredUntil").asString())).isAfter(Instant.now());
        assertThat(platform.get("/api/v1/audit?limit=200").body())
                .contains("PersonCreated", "PersonInvited", "InvitationAccepted", "FactorAdded", "\"SignedIn\"")
                .doesNotContain(Browser.password("boris"), boris.secret(), boris.recovery());
    }

    @Test
    void the_second_step_takes_a_code_once_and_a_recovery_code_once() {
        Browser.Signed eve = Browser.somebody(platform, port, "evelyn", "viewer");
        Browser again = new Browser(port);
        assertThat(json(signIn(again, "evelyn")).path("next").asString()).isEqualTo("totp");
        assertThat(again.get("/api/v1/me").statusCode()).isEqualTo(401);
        String begun = again.cookies().get("acso");
        // the code that set the app up was taken
        assertThat(totp(again, Browser.code(eve.secret(), 0)).statusCode()).isEqualTo(401);
        assertThat(totp(again, Browser.code(eve.secret(), 1)).statusCode()).isEqualTo(200);
        assertThat(again.cookies().get("acso")).isNotEqualTo(begun);
        assertThat(again.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(stepUp(again, eve.recovery()).statusCode()).isEqualTo(200);
        assertThat(stepUp(again, eve.recovery()).statusCode()).isEqualTo(401);
    }

    @Test
    void who_guesses_is_locked_out_and_learns_not_who_exists() {
        Browser.somebody(platform, port, "mallory", "viewer");
        Browser browser = new Browser(port);
        for (String username : List.of("mallory", "nobody.here")) {
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> refused = guess(browser, username);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(json(refused).path("type").asString()).endsWith("sign-in-refused");
            }
            HttpResponse<String> locked = guess(browser, username);
            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.headers().firstValue("retry-after")).isPresent();
        }
        assertThat(signIn(browser, "mallory").statusCode()).isEqualTo(429);
        assertThat(platform.get("/api/v1/audit?limit=200").body())
                .contains("SignInRefused")
                .doesNotContain("nobody.here");
    }

    @Test
    void a_page_of_another_site_cannot_ride_on_the_session() {
        Browser.Signed carol = Browser.somebody(platform, port, "carol", "administrator");
        HttpResponse<String> ridden = carol.browser()
                .postFromElsewhere("/api/v1/people", Map.of("username", "evil", "roles", List.of("administrator")));
        assertThat(ridden.statusCode()).isEqualTo(403);
        assertThat(json(ridden).path("type").asString()).endsWith("csrf-token-missing");
        assertThat(carol.browser()
                        .post("/api/v1/people", Map.of("username", "dora", "roles", List.of("viewer")))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_cookie_is_for_this_site_and_no_script() {
        Browser.somebody(platform, port, "frank", "viewer");
        HttpResponse<String> answer = signIn(new Browser(port), "frank");
        assertThat(answer.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("acso=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void sessions_are_listed_and_revoked_at_once() {
        Browser.Signed gina = Browser.somebody(platform, port, "gina", "viewer");
        JsonNode sessions = json(gina.browser().get("/api/v1/sessions"));
        assertThat(sessions).hasSize(1);
        assertThat(sessions.at("/0/current").asBoolean()).isTrue();
        assertThat(gina.browser().get("/api/v1/sessions?person=owner").statusCode())
                .isEqualTo(403);
        String id = sessions.at("/0/id").asString();
        Browser.Signed other = Browser.somebody(platform, port, "henry", "viewer");
        assertThat(other.browser().delete("/api/v1/sessions/" + id).statusCode())
                .isEqualTo(404);
        assertThat(gina.browser().delete("/api/v1/sessions/" + id).statusCode()).isEqualTo(204);
        assertThat(gina.browser().get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_disabled_is_out_at_once_with_everything_they_made() {
        Browser.Signed ivan = Browser.somebody(platform, port, "ivan", "analyst");
        String key = json(ivan.browser().post("/api/v1/api-keys", key("analyst")))
                .path("key")
                .asString();
        assertThat(withKey(key).statusCode()).isEqualTo(200);
        assertThat(change("ivan", Map.of("disabled", true)).statusCode()).isEqualTo(200);
        assertThat(ivan.browser().get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(withKey(key).statusCode()).isEqualTo(401);
        assertThat(signIn(new Browser(port), "ivan").statusCode()).isEqualTo(401);
        change("ivan", Map.of("disabled", false));
        assertThat(json(signIn(new Browser(port), "ivan")).path("next").asString())
                .isEqualTo("totp");
    }

    @Test
    void an_api_key_shows_once_is_a_service_and_has_no_role_that_its_owner_lacks() {
        Browser.Signed judy = Browser.somebody(platform, port, "judy", "analyst", "responder");
        assertThat(judy.browser().post("/api/v1/api-keys", key("administrator")).statusCode())
                .isEqualTo(403);
        JsonNode made = json(judy.browser().post("/api/v1/api-keys", key("analyst", "responder")));
        String key = made.path("key").asString();
        assertThat(key).startsWith("acso_");
        assertThat(platform.get("/api/v1/api-keys?limit=200").body())
                .contains(made.at("/apiKey/id").asString())
                .doesNotContain(key.substring(key.length() - 43));
        JsonNode me = json(withKey(key));
        assertThat(me.path("principal").asString())
                .isEqualTo("service:" + made.at("/apiKey/id").asString());
        change("judy", Map.of("roles", List.of("analyst")));
        assertThat(json(withKey(key)).path("roles").toString()).isEqualTo("[\"analyst\"]");
        assertThat(withKey(key + "x").statusCode()).isEqualTo(401);
        judy.browser().delete("/api/v1/api-keys/" + made.at("/apiKey/id").asString());
        assertThat(withKey(key).statusCode()).isEqualTo(401);
    }

    @Test
    void a_new_password_ends_every_other_session_and_an_invitation_voids_everything() {
        Browser.Signed kim = Browser.somebody(platform, port, "kim", "viewer");
        Browser second = new Browser(port);
        signIn(second, "kim");
        totp(second, Browser.code(kim.secret(), 1));
        Map<String, String> wish = Map.of("current", Browser.password("kim"), "chosen", "quite another set of words");
        assertThat(second.post("/identity/password", wish).statusCode()).isEqualTo(200);
        assertThat(second.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(kim.browser().get("/api/v1/me").statusCode()).isEqualTo(401);
        platform.send(platform.to("/api/v1/people/kim/invitation").POST(ofString("")));
        assertThat(second.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(signIn(new Browser(port), "kim").statusCode()).isEqualTo(401);
    }

    @Test
    void factors_change_only_after_a_fresh_proof_or_as_the_first() {
        Browser.Signed lea = Browser.somebody(platform, port, "lea", "viewer");
        JsonNode factors = json(lea.browser().get("/identity/factors"));
        assertThat(factors.path("totp").asBoolean()).isTrue();
        assertThat(factors.path("recoveryCodesLeft").asInt()).isEqualTo(10);
        Browser halfway = new Browser(port);
        signIn(halfway, "lea");
        HttpResponse<String> refused = halfway.post("/identity/totp/enrol", Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("type").asString()).endsWith("step-up-required");
        assertThat(halfway.delete("/identity/totp").statusCode()).isEqualTo(403);
        assertThat(lea.browser().delete("/identity/totp").statusCode()).isEqualTo(204);
    }

    @Test
    void what_is_missing_or_no_such_thing_is_a_bad_request() {
        Browser browser = new Browser(port);
        assertThat(List.of("/identity/setup", "/identity/sign-in", "/identity/invitation"))
                .allSatisfy(path -> assertThat(browser.post(path, Map.of()).statusCode())
                        .as(path)
                        .isEqualTo(400));
        Browser.Signed tina = Browser.somebody(platform, port, "tina", "administrator");
        assertThat(List.of(
                        Map.of("username", "x"),
                        Map.of("username", "No Name", "roles", List.of("viewer")),
                        Map.of("username", "owner", "roles", List.of("viewer")),
                        Map.of("username", "tina", "roles", List.of("viewer")),
                        Map.of("username", "x", "roles", List.of("king"))))
                .allSatisfy(wish -> assertThat(
                                tina.browser().post("/api/v1/people", wish).statusCode())
                        .as(wish.toString())
                        .isEqualTo(400));
        assertThat(tina.browser().post("/api/v1/api-keys", Map.of("name", "x")).statusCode())
                .isEqualTo(400);
        assertThat(tina.browser().post("/api/v1/clients", Map.of("name", "x")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoever_signs_out_is_nobody() {
        Browser.Signed mia = Browser.somebody(platform, port, "mia", "viewer");
        String cookie = mia.browser().cookies().get("acso");
        assertThat(mia.browser().post("/identity/sign-out", Map.of()).statusCode())
                .isEqualTo(204);
        mia.browser().cookies().put("acso", cookie);
        HttpResponse<String> nobody = mia.browser().get("/api/v1/me");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(json(nobody).path("type").asString()).endsWith("not-signed-in");
    }

    private static Map<String, Object> key(String... roles) {
        return Map.of(
                "name",
                "a program",
                "roles",
                roles,
                "expires",
                Instant.now().plus(7, ChronoUnit.DAYS).toString());
    }

    private HttpResponse<String> withKey(String key) {
        return platform.send(platform.nobodyTo("/api/v1/me").header("authorization", "Bearer " + key));
    }

    private HttpResponse<String> change(String username, Object change) {
        return platform.send(platform.to("/api/v1/people/" + username)
                .header("content-type", "application/json")
                .method("PATCH", ofString(Json.text(change))));
    }

    private static HttpResponse<String> signIn(Browser browser, String username) {
        return browser.post("/identity/sign-in", Map.of("username", username, "password", Browser.password(username)));
    }

    private static HttpResponse<String> guess(Browser browser, String username) {
        return browser.post("/identity/sign-in", Map.of("username", username, "password", "password1234"));
    }

    private static HttpResponse<String> totp(Browser browser, String code) {
        return browser.post("/identity/totp", Map.of("code", code));
    }

    private static HttpResponse<String> stepUp(Browser browser, String code) {
        return browser.post("/identity/step-up", Map.of("code", code));
    }
}
