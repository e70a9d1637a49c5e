package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The platform's own authorization server, over real HTTP. */
class TokensTest extends ApiSuite {

    private static final String REDIRECT = "http://127.0.0.1:1/done";
    private static final String VERIFIER = "v".repeat(64);

    @Test
    void a_service_gets_a_token_for_its_secret_and_calls_with_it() {
        JsonNode made =
                client(Map.of("name", "a pump", "roles", List.of("analyst"), "scopes", List.of("event.ingest")));
        String id = made.at("/client/id").asString();
        String secret = made.path("secret").asString();
        JsonNode answer = json(token(id, secret, "grant_type=client_credentials"));
        String token = answer.path("access_token").asString();
        assertThat(answer.path("expires_in").asInt()).isBetween(800, 900);
        JsonNode me = json(withToken(token));
        assertThat(me.path("principal").asString()).isEqualTo("service:" + id);
        assertThat(me.path("roles").toString()).isEqualTo("[\"analyst\"]");
        assertThat(token(id, secret + "x", "grant_type=client_credentials").statusCode())
                .isEqualTo(401);
        String renewed = json(platform.send(
                        platform.to("/api/v1/clients/" + id + "/secret").POST(ofString(""))))
                .path("secret")
                .asString();
        assertThat(token(id, secret, "grant_type=client_credentials").statusCode())
                .isEqualTo(401);
        assertThat(token(id, renewed, "grant_type=client_credentials").statusCode())
                .isEqualTo(200);
        platform.send(platform.to("/api/v1/clients/" + id).DELETE());
        assertThat(withToken(token).statusCode()).isEqualTo(401);
        assertThat(platform.get("/api/v1/audit?limit=200").body())
                .contains("TokenIssued")
                .doesNotContain(secret, renewed, token);
    }

    @Test
    void an_app_acts_for_who_signed_in_and_only_while_their_session_lasts() {
        String app = client(
                        Map.of("name", "an app", "redirects", List.of(REDIRECT), "scopes", List.of("incident.read")))
                .at("/client/id")
                .asString();
        String authorize = "/oauth2/authorize?response_type=code&client_id=" + app + "&redirect_uri="
                + URLEncoder.encode(REDIRECT, UTF_8)
                + "&scope=openid&state=s1&code_challenge_method=S256&code_challenge="
                + challenge();
        String signInFirst = new Browser(port)
                .get(authorize)
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(signInFirst).contains("/sign-in?next=%2Foauth2%2Fauthorize");
        Browser.Signed nora = Browser.somebody(platform, port, "nora", "responder");
        URI back = URI.create(
                nora.browser().get(authorize).headers().firstValue("location").orElseThrow());
        assertThat(back.toString()).startsWith(REDIRECT).contains("state=s1");
        assertThat(token(exchange(app, back) + "w".repeat(64)).statusCode()).isEqualTo(400);
        URI again = URI.create(
                nora.browser().get(authorize).headers().firstValue("location").orElseThrow());
        JsonNode tokens = json(token(exchange(app, again) + VERIFIER));
        String token = tokens.path("access_token").asString();
        assertThat(tokens.propertyNames()).as(tokens.toString()).contains("id_token");
        assertThat(tokens.hasNonNull("refresh_token")).isFalse();
        JsonNode me = json(withToken(token));
        assertThat(me.path("principal").asString()).isEqualTo("person:nora");
        assertThat(me.path("assurance").asString()).isEqualTo("SECOND_FACTOR");
        assertThat(withToken(tokens.path("id_token").asString()).statusCode()).isEqualTo(401);
        nora.browser().post("/identity/sign-out", Map.of());
        assertThat(withToken(token).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_that_was_given_back_opens_nothing_and_a_wrong_secret_is_in_the_ledger() {
        JsonNode made = client(Map.of("name", "a careful pump", "roles", List.of("viewer")));
        String id = made.at("/client/id").asString();
        String secret = made.path("secret").asString();
        String token = json(token(id, secret, "grant_type=client_credentials"))
                .path("access_token")
                .asString();
        assertThat(json(called("/oauth2/introspect", id, secret, "token=" + token))
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(withToken(token).statusCode()).isEqualTo(200);
        assertThat(called("/oauth2/revoke", id, secret, "token=" + token).statusCode())
                .isEqualTo(200);
        assertThat(withToken(token).statusCode()).isEqualTo(401);
        assertThat(json(called("/oauth2/introspect", id, secret, "token=" + token))
                        .path("active")
                        .asBoolean())
                .isFalse();
        token(id, "guessed", "grant_type=client_credentials");
        assertThat(ledger()).contains("TokenRevoked", "SignInRefused").doesNotContain(token, secret, "guessed");
    }

    @Test
    void an_app_has_scopes_and_lets_nobody_else_in() {
        HttpResponse<String> unlimited = platform.send(platform.to("/api/v1/clients")
                .header("content-type", "application/json")
                .POST(ofString(Json.text(Map.of("name", "greedy", "redirects", List.of(REDIRECT))))));
        assertThat(unlimited.statusCode()).isEqualTo(400);
        assertThat(unlimited.body()).contains("at least one scope");
        String app = client(Map.of(
                        "name", "an app", "redirects", List.of(REDIRECT), "scopes", List.of("api-key", "incident")))
                .at("/client/id")
                .asString();
        Browser.Signed oscar = Browser.somebody(platform, port, "oscar", "administrator");
        URI back = URI.create(oscar.browser()
                .get("/oauth2/authorize?response_type=code&client_id=" + app + "&redirect_uri="
                        + URLEncoder.encode(REDIRECT, UTF_8)
                        + "&scope=openid&state=s1&code_challenge_method=S256&code_challenge="
                        + challenge())
                .headers()
                .firstValue("location")
                .orElseThrow());
        String token =
                json(token(exchange(app, back) + VERIFIER)).path("access_token").asString();
        HttpResponse<String> refused = platform.send(platform.nobodyTo("/api/v1/api-keys")
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .POST(ofString("{}")));
        assertThat(json(refused).path("policies").toString()).contains("in-person");
        assertThat(platform.send(platform.nobodyTo("/api/v1/incidents").header("authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_that_was_changed_or_made_elsewhere_is_refused() {
        JsonNode made = client(Map.of("name", "another", "roles", List.of("viewer")));
        String token = json(token(
                        made.at("/client/id").asString(),
                        made.path("secret").asString(),
                        "grant_type=client_credentials"))
                .path("access_token")
                .asString();
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("acso\"", "acso\",\"x\":1");
        String changed = parts[0] + "." + base64(claims.getBytes(UTF_8)) + "." + parts[2];
        String unsigned = base64("{\"alg\":\"none\"}".getBytes(UTF_8)) + "." + parts[1] + ".";
        assertThat(List.of(changed, unsigned, "a.b.c", "acso_x", "-"))
                .allSatisfy(each -> assertThat(withToken(each).statusCode()).isEqualTo(401));
    }

    @Test
    void what_others_need_to_verify_tokens_is_published_and_no_private_key() {
        JsonNode metadata = json(new Browser(port).get("/.well-known/openid-configuration"));
        assertThat(metadata.path("issuer").asString()).isEqualTo("http://localhost:" + port);
        HttpResponse<String> keys = new Browser(port).get("/oauth2/jwks");
        assertThat(json(keys).at("/keys/0/kty").asString()).isEqualTo("RSA");
        assertThat(json(keys).at("/keys/0").propertyNames()).doesNotContain("d", "p", "q");
    }

    private static String exchange(String app, URI back) {
        return "grant_type=authorization_code&client_id=" + app + "&redirect_uri=" + URLEncoder.encode(REDIRECT, UTF_8)
                + "&code=" + parameters(back).get("code") + "&code_verifier=";
    }

    private JsonNode client(Map<String, Object> wish) {
        return json(platform.send(platform.to("/api/v1/clients")
                .header("content-type", "application/json")
                .POST(ofString(Json.text(wish)))));
    }

    private String ledger() {
        StringBuilder all = new StringBuilder();
        durability.leaves(0, 1_000_000).forEach(leaf -> all.append(new String(leaf.entry(), UTF_8)));
        return all.toString();
    }

    private HttpResponse<String> token(String id, String secret, String form) {
        return called("/oauth2/token", id, secret, form);
    }

    private HttpResponse<String> called(String path, String id, String secret, String form) {
        return platform.send(platform.nobodyTo(path)
                .header(
                        "authorization",
                        "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8)))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(ofString(form)));
    }

    private HttpResponse<String> token(String form) {
        return platform.send(platform.nobodyTo("/oauth2/token")
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(ofString(form)));
    }

    private HttpResponse<String> withToken(String token) {
        return platform.send(platform.nobodyTo("/api/v1/me").header("authorization", "Bearer " + token));
    }

    private static String challenge() {
        return base64(Digest.of(VERIFIER.getBytes(UTF_8)).bytes());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> parameters(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
