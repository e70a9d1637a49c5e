package io.acso.edge.api.rest;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What somebody with bad intentions sends, byte for byte where it takes that. */
class HostileTest extends ApiSuite {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /nothing/here",
                "GET /assets/none.js",
                "GET /api/v1/me",
                "GET /api",
                "GET /identity/state",
                "GET /identity/factors",
                "GET /actuator/health",
                "GET /actuator/health/liveness",
                "GET /actuator/env",
                "GET /error",
                "GET /oauth2/jwks",
                "GET /oauth2/authorize",
                "GET /userinfo",
                "GET /.well-known/openid-configuration",
                "GET /api/v1/incidents/%2e%2e/x",
                "GET /api/v1//incidents",
                "GET /api/v1/me;a=b",
                "POST /oauth2/token",
                "POST /oauth2/introspect",
                "POST /identity/sign-in",
                "POST /api/graphql",
                "POST /login/webauthn",
                "PUT /identity/sign-in",
                "TRACE /",
                "OPTIONS /api/v1/me",
                "BREW /",
            })
    void every_answer_tells_browsers_to_do_nothing_with_it_and_nothing_of_the_inside(String asked) {
        String answer = raw(asked + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Length: 0\r\n");
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head.lines().map(line -> line.split(":")[0].toLowerCase(Locale.ROOT)))
                .as(answer)
                .contains(
                        "content-security-policy",
                        "x-content-type-options",
                        "x-frame-options",
                        "referrer-policy",
                        "cross-origin-resource-policy",
                        "cache-control")
                .doesNotContain("server", "x-powered-by")
                .as("each once")
                .doesNotHaveDuplicates();
        assertThat(answer).doesNotContain("Exception", "org.springframework", "org.apache", "at io.acso");
        assertThat(head).doesNotStartWith("HTTP/1.1 5");
    }

    @Test
    void a_foreign_host_name_is_refused_everywhere() {
        for (String path : List.of("/", "/api/v1/me", "/identity/state", "/oauth2/jwks", "/actuator/health/liveness")) {
            for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.nip.io")) {
                String answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
                assertThat(answer)
                        .as(path + " " + host)
                        .startsWith("HTTP/1.1 400")
                        .contains("request-rejected");
                assertThat(answer).contains("Content-Security-Policy");
            }
        }
        assertThat(raw("GET / HTTP/1.1\r\n")).startsWith("HTTP/1.1 400");
        String link = raw("GET /oauth2/authorize?x=1 HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nX-Forwarded-Host: evil.example\r\n");
        assertThat(link).doesNotContain("evil.example");
    }

    @Test
    void a_page_of_another_origin_changes_nothing_not_even_with_the_csrf_token() {
        Browser mallory =
                Browser.somebody(platform, port, "mallory-origin", "responder").browser();
        for (String origin :
                List.of("http://localhost:3000", "https://localhost:" + port, "http://evil.example", "null")) {
            HttpResponse<String> refused = from(origin, mallory, "/api/v1/agents/none/kill");
            assertThat(refused.statusCode()).as(origin).isEqualTo(403);
            assertThat(json(refused).path("type").asString()).isEqualTo("urn:acso:problem:foreign-origin");
            assertThat(from(origin, new Browser(port), "/identity/sign-in").statusCode())
                    .isEqualTo(403);
        }
        assertThat(json(from("http://localhost:" + port, mallory, "/api/v1/agents/none/kill"))
                        .path("type")
                        .asString())
                .doesNotContain("foreign-origin");
    }

    @Test
    void a_live_connection_takes_its_own_origin_and_a_session() {
        Browser nina = Browser.somebody(platform, port, "nina-live", "viewer").browser();
        assertThat(upgrade(nina, "http://localhost:3000")).startsWith("HTTP/1.1 403");
        assertThat(upgrade(nina, "http://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(upgrade(new Browser(port), "http://localhost:" + port)).startsWith("HTTP/1.1 401");
        assertThat(upgrade(nina, "http://localhost:" + port)).startsWith("HTTP/1.1 101");
    }

    @Test
    void what_is_revoked_stops_seeing_within_a_moment() throws Exception {
        Browser olga = Browser.somebody(platform, port, "olga-live", "viewer").browser();
        Map<String, String> shows = Map.of("cookie", cookies(olga));
        try (LiveSocket live = LiveSocket.connect(port, shows)) {
            live.send(Map.of("type", "connection_init"));
            assertThat(live.take().path("type").asString()).isEqualTo("connection_ack");
            olga.post("/identity/sign-out", Map.of());
            assertThat(live.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
        JsonNode key = key("viewer");
        try (LiveSocket live = LiveSocket.with(port, key.path("key").asString())) {
            platform.send(platform.to("/api/v1/api-keys/" + key.at("/apiKey/id").asString())
                    .DELETE());
            assertThat(live.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    @Test
    void a_live_connection_that_floods_is_ended() throws Exception {
        try (LiveSocket live = LiveSocket.owner(port)) {
            for (int i = 0; i < 2_000 && !live.closed.isDone(); i++) {
                try {
                    live.send(Map.of("type", "ping"));
                } catch (CompletionException gone) {
                    break;
                }
            }
            assertThat(live.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
        assertThat(platform.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void one_caller_has_only_so_many_live_connections() throws Exception {
        String token = key("viewer").path("key").asString();
        List<LiveSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i <= 50; i++) {
                open.add(LiveSocket.connect(port, Map.of("authorization", "Bearer " + token)));
            }
            assertThat(CompletableFuture.anyOf(
                                    open.stream().map(each -> each.closed).toArray(CompletableFuture[]::new))
                            .get(20, TimeUnit.SECONDS))
                    .isEqualTo(1008);
            assertThat(open).filteredOn(each -> each.closed.isDone()).hasSize(1);
        } finally {
            open.forEach(LiveSocket::close);
        }
    }

    @Test
    void who_loses_a_role_is_asked_to_connect_anew() throws Exception {
        Browser pia = Browser.somebody(platform, port, "pia-live", "viewer", "analyst")
                .browser();
        try (LiveSocket live = LiveSocket.connect(port, Map.of("cookie", cookies(pia)))) {
            platform.send(platform.to("/api/v1/people/pia-live")
                    .header("content-type", "application/json")
                    .method("PATCH", ofString("{\"roles\": [\"viewer\"]}")));
            assertThat(live.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
    }

    @Test
    void health_and_figures_are_for_whoever_may_see_the_status() {
        JsonNode key = key("viewer", "incident.read");
        String narrow = key.path("key").asString();
        assertThat(with(narrow, "/actuator/metrics").statusCode()).isEqualTo(403);
        assertThat(json(with(narrow, "/actuator/health")).path("operation").asString())
                .isEqualTo("status.read");
        assertThat(with(key("viewer", "status").path("key").asString(), "/actuator/health")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Browser(port).get("/actuator/health").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).get("/actuator/health/liveness").statusCode())
                .isEqualTo(200);
        for (String none : List.of("env", "beans", "heapdump", "loggers", "configprops", "threaddump", "shutdown")) {
            assertThat(platform.get("/actuator/" + none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/identity/sign-in", "/api/graphql", "/api/v1/people", "/login/webauthn"})
    void a_body_without_an_end_is_cut_off(String path) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nAuthorization: Bearer " + RunningPlatform.token() + "\r\nContent-Type: "
                + (path.startsWith("/oauth2") ? "application/x-www-form-urlencoded" : "application/json")
                + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        String chunk = Integer.toHexString(64 * 1024) + "\r\n" + "\"" + "a".repeat(64 * 1024 - 1) + "\r\n";
        long sent = 0;
        String answer;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            try {
                while (sent < 40L * 1024 * 1024) {
                    socket.getOutputStream().write(chunk.getBytes(UTF_8));
                    sent += chunk.length();
                }
            } catch (IOException cutOff) {
                // As it should be.
            }
            answer = read(socket);
        } catch (IOException e) {
            answer = "";
        }
        assertThat(sent).as("of what would have been sent; " + answer).isLessThan(40L * 1024 * 1024);
        assertThat(answer).doesNotContain("HTTP/1.1 5", "HTTP/1.1 2");
    }

    @Test
    void a_form_has_a_small_size_and_few_fields() {
        assertThat(form("grant_type=client_credentials&x=" + "a".repeat(100_000))
                        .statusCode())
                .isIn(400, 413);
        assertThat(form("a=1&".repeat(5_000)).statusCode()).isIn(400, 413);
    }

    private HttpResponse<String> form(String body) {
        return platform.send(platform.nobodyTo("/oauth2/token")
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(ofString(body)));
    }

    @Test
    void nobody_is_sent_elsewhere() {
        for (String to : List.of(
                "/oauth2/authorize?response_type=code&client_id=none&redirect_uri=https://evil.example/",
                "/oauth2/authorization/issuer?redirect_uri=https://evil.example/",
                "/login?next=https://evil.example/",
                "//evil.example/%2e%2e")) {
            HttpResponse<String> answer = new Browser(port).get(to);
            assertThat(answer.headers().firstValue("location").orElse("/"))
                    .as(to)
                    .satisfiesAnyOf(
                            at -> assertThat(at).startsWith("/"),
                            at -> assertThat(at).startsWith("http://localhost:" + port + "/"))
                    .doesNotStartWith("//");
        }
    }

    @Test
    void the_cookies_are_for_this_site_alone() {
        HttpResponse<String> answer =
                new Browser(port).post("/identity/sign-in", Map.of("username", "nobody", "password", "twelve or more"));
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(each -> each.startsWith("acso="));
        Browser rosa =
                Browser.somebody(platform, port, "rosa-cookies", "viewer").browser();
        HttpResponse<String> signedIn = new Browser(port)
                .post(
                        "/identity/sign-in",
                        Map.of("username", "rosa-cookies", "password", Browser.password("rosa-cookies")));
        assertThat(signedIn.headers().allValues("set-cookie"))
                .filteredOn(each -> each.startsWith("acso="))
                .singleElement()
                .asString()
                .contains("Path=/", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain");
        String fixed = "f".repeat(43);
        Browser victim = new Browser(port);
        victim.cookies().put("acso", fixed);
        victim.get("/identity/state");
        victim.post(
                "/identity/sign-in", Map.of("username", "rosa-cookies", "password", Browser.password("rosa-cookies")));
        assertThat(victim.cookies().get("acso"))
                .isNotEqualTo(fixed)
                .isNotEqualTo(rosa.cookies().get("acso"));
    }

    private HttpResponse<String> from(String origin, Browser browser, String path) {
        var request = platform.nobodyTo(path)
                .header("content-type", "application/json")
                .header("origin", origin)
                .POST(ofString("{\"username\": \"x\", \"password\": \"y\"}"));
        if (!browser.cookies().isEmpty()) {
            request.header("cookie", cookies(browser))
                    .header("X-XSRF-TOKEN", browser.cookies().get("XSRF-TOKEN"));
        }
        return platform.send(request.uri(URI.create("http://localhost:" + port + path)));
    }

    private HttpResponse<String> with(String token, String path) {
        return platform.send(platform.nobodyTo(path).header("authorization", "Bearer " + token));
    }

    private JsonNode key(String role, String... scopes) {
        Map<String, Object> wish = Map.of(
                "name",
                "hostile",
                "roles",
                List.of(role),
                "scopes",
                List.of(scopes),
                "expires",
                Instant.now().plusSeconds(3600).toString());
        return json(platform.send(platform.to("/api/v1/api-keys")
                .header("content-type", "application/json")
                .POST(ofString(Json.text(wish)))));
    }

    private static String cookies(Browser browser) {
        return browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The beginning of the answer to a handshake. */
    private String upgrade(Browser browser, String origin) {
        String cookie = browser.cookies().isEmpty() ? "" : "Cookie: " + cookies(browser) + "\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /api/graphql/live HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: " + origin
                                    + "\r\n"
                                    + cookie + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(UTF_8));
            byte[] first = socket.getInputStream().readNBytes(16);
            return new String(first, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of the answer to what is sent so. */
    private String raw(String head) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
}
