package io.acso.edge.api.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.acso.assembly.AcsoServer;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.edge.identity.Programs;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** An issuer elsewhere in place of our own accounts: a server that speaks OpenID Connect and signs with its own key. */
@SpringBootTest(classes = AcsoServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class IssuerTest {

    private static final RSAKey KEY = key("theirs");
    private static final WireMockServer ISSUER = issuer();

    @TempDir
    static Path directory;

    @LocalServerPort
    int port;

    @Autowired
    Programs programs;

    private Browser browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("acso.data-directory", directory::toString);
        settings.add("acso.identity.issuer", ISSUER::baseUrl);
        settings.add("acso.identity.groups.soc", () -> "analyst,responder");
        settings.add("acso.identity.groups.leads", () -> "approver");
        settings.add("acso.identity.owner-claim", () -> "owned_by");
        settings.add("acso.identity.owners.shipper", () -> "grace");
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void people_sign_in_there_and_have_the_roles_of_their_groups_here() {
        JsonNode state = Json.tree(browser.get("/identity/state").body());
        assertThat(state.path("setupNeeded").asBoolean()).isFalse();
        assertThat(directory.resolve("setup-token")).doesNotExist();
        signIn(claims("s-1", "grace").claim("amr", List.of("pwd", "mfa")).claim("groups", List.of("soc", "else")));
        JsonNode me = me();
        assertThat(me.path("principal").asString()).isEqualTo("person:grace");
        assertThat(me.path("roles").toString()).isEqualTo("[\"analyst\",\"responder\"]");
        assertThat(me.path("assurance").asString()).isEqualTo("SECOND_FACTOR");
        Browser later = browser;
        browser = new Browser(port);
        signIn(claims("s-1", "grace").claim("groups", List.of("leads")));
        assertThat(me().path("roles").toString()).isEqualTo("[\"approver\"]");
        assertThat(me().path("assurance").asString()).isEqualTo("PASSWORD");
        browser = later;
        assertThat(me().path("roles").toString())
                .as("at once, in every session")
                .isEqualTo("[\"approver\"]");
    }

    @Test
    void who_is_in_no_group_any_more_has_none_of_their_roles() {
        signIn(claims("s-7", "judy").claim("groups", List.of("soc")));
        assertThat(me().path("roles")).isNotEmpty();
        assertThat(Json.tree(with(signed(claims("s-7", "judy").audience("acso"), KEY))
                                .body())
                        .path("roles"))
                .as("an access token need not say")
                .isNotEmpty();
        browser = new Browser(port);
        signIn(claims("s-7", "judy"));
        assertThat(me().path("roles")).as("a sign-in says all").isEmpty();
    }

    @Test
    void tokens_as_cognito_writes_them_work() {
        JWTClaimsSet.Builder access = claims("s-8", "kim")
                .claim("client_id", "acso")
                .claim("token_use", "access")
                .claim("groups", List.of("leads"));
        JsonNode me = Json.tree(with(signed(access, KEY)).body());
        assertThat(me.path("principal").asString()).isEqualTo("person:kim");
        assertThat(me.path("roles").toString()).isEqualTo("[\"approver\"]");
        assertThat(List.of(
                        signed(claims("s-8", "kim").claim("client_id", "another"), KEY),
                        signed(claims("s-8", "kim").audience("acso").claim("token_use", "id"), KEY)))
                .allSatisfy(token -> assertThat(with(token).statusCode()).isEqualTo(401));
    }

    @Test
    void who_takes_somebody_elses_name_stays_out() {
        signIn(claims("s-2", "heidi").claim("groups", List.of("soc")));
        browser = new Browser(port);
        String where = signIn(claims("s-3", "heidi").claim("groups", List.of("soc")));
        assertThat(where).endsWith("/sign-in?problem=refused");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(signIn(claims("s-4", "owner"))).endsWith("/sign-in?problem=refused");
    }

    @Test
    void an_answer_that_nobody_asked_for_opens_nothing() {
        assertThat(browser.get("/login/oauth2/code/issuer?code=c&state=forged")
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/sign-in?problem=issuer"));
        assertThat(browser.cookies()).doesNotContainKey("acso");
    }

    @Test
    void its_access_tokens_work_when_they_are_for_us_and_nothing_else_does() {
        JWTClaimsSet.Builder good = claims("s-5", "ivy").audience("acso").claim("groups", List.of("soc"));
        JsonNode me = Json.tree(with(signed(good, KEY)).body());
        assertThat(me.path("principal").asString()).isEqualTo("person:ivy");
        assertThat(List.of(
                        signed(claims("s-5", "ivy").audience("another"), KEY),
                        signed(claims("s-5", "ivy").audience("acso").claim("nonce", "n"), KEY),
                        signed(good, key("forged")),
                        signed(claims("s-5", "ivy").audience("acso").expirationTime(Date.from(Instant.EPOCH)), KEY),
                        signed(claims("s-6", "owner").audience("acso"), KEY)))
                .allSatisfy(token -> assertThat(with(token).statusCode()).isEqualTo(401));
        disable("ivy");
        assertThat(with(signed(good, KEY)).statusCode()).isEqualTo(401);
    }

    @Test
    void whose_a_program_is_its_token_or_the_settings_say_or_nobody_knows() {
        assertThat(called("shipper", null)).containsExactly(Principal.person("grace"));
        assertThat(called("exporter", "Heidi")).containsExactly(Principal.person("heidi"));
        assertThat(called("exporter", List.of("ivy", "no username", 7)))
                .as("whoever was it once is it for good")
                .contains(Principal.person("heidi"), Principal.person("ivy"));
        assertThat(called("stray", null)).isEmpty();
        assertThat(programs.isAnybodys(Principal.service("stray"))).isTrue();
        assertThat(programs.isAnybodys(Principal.service("exporter"))).isFalse();
        assertThat(called("stray", "judy")).containsExactly(Principal.person("judy"));
        assertThat(programs.isAnybodys(Principal.service("stray"))).isFalse();
    }

    /** Who is behind a program once it has called. */
    private Set<Principal> called(String client, Object owner) {
        JWTClaimsSet.Builder claims = claims(client, client)
                .audience("acso")
                .claim("client_id", client)
                .claim("groups", List.of("soc"));
        String token = signed(owner == null ? claims : claims.claim("owned_by", owner), KEY);
        assertThat(Json.tree(with(token).body()).path("principal").asString()).isEqualTo("service:" + client);
        return programs.of(Principal.service(client));
    }

    /** Where the browser is sent in the end. */
    private String signIn(JWTClaimsSet.Builder claims) {
        URI there = location(browser.get("/oauth2/authorization/issuer"));
        assertThat(there.toString()).startsWith(ISSUER.baseUrl() + "/authorize");
        Map<String, String> asked = parameters(there);
        String idToken = signed(claims.audience("acso").claim("nonce", asked.get("nonce")), KEY);
        ISSUER.stubFor(post(urlPathEqualTo("/token"))
                .willReturn(okJson(Json.text(Map.of(
                        "access_token", "theirs", "token_type", "Bearer", "expires_in", 60, "id_token", idToken)))));
        return location(browser.get("/login/oauth2/code/issuer?code=c&state=" + asked.get("state")))
                .toString();
    }

    private JsonNode me() {
        return Json.tree(browser.get("/api/v1/me").body());
    }

    private HttpResponse<String> with(String token) {
        RunningPlatform platform = new RunningPlatform(port);
        return platform.send(platform.nobodyTo("/api/v1/me").header("authorization", "Bearer " + token));
    }

    private void disable(String username) {
        RunningPlatform platform = new RunningPlatform(port);
        HttpResponse<String> done = platform.send(platform.nobodyTo("/api/v1/people/" + username)
                .header("authorization", "Bearer " + RunningPlatform.token(directory))
                .header("content-type", "application/json")
                .method("PATCH", ofString("{\"disabled\":true}")));
        assertThat(done.statusCode()).isEqualTo(200);
    }

    private static JWTClaimsSet.Builder claims(String subject, String username) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER.baseUrl())
                .subject(subject)
                .claim("preferred_username", username)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey by) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("theirs").build(), claims.build());
            jwt.sign(new RSASSASigner(by));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WireMockServer issuer() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        String url = server.baseUrl();
        server.stubFor(get("/.well-known/openid-configuration")
                .willReturn(okJson(Json.text(Map.of(
                        "issuer",
                        url,
                        "authorization_endpoint",
                        url + "/authorize",
                        "token_endpoint",
                        url + "/token",
                        "jwks_uri",
                        url + "/jwks",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256"))))));
        server.stubFor(get("/jwks").willReturn(okJson(new JWKSet(KEY.toPublicJWK()).toString())));
        return server;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("location").orElseThrow());
    }

    private static Map<String, String> parameters(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
