package io.acso.edge.api.rest;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A browser as far as signing in goes: it keeps cookies and repeats the CSRF token as the console does. */
final class Browser {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final int port;

    Browser(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Object body) {
        return send(request(path)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    /** Any method, with a body of JSON. */
    HttpResponse<String> send(String method, String path, String body) {
        return send(
                request(path).header("content-type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    /** The same, under an Idempotency-Key. */
    HttpResponse<String> send(String method, String path, String body, String key) {
        return send(request(path)
                .header("content-type", "application/json")
                .header("idempotency-key", key)
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** As a page of another site would: with the cookies, without the token that only our page can read. */
    HttpResponse<String> postFromElsewhere(String path, Object body) {
        String token = cookies.remove("XSRF-TOKEN");
        try {
            return post(path, body);
        } finally {
            if (token != null) {
                cookies.put("XSRF-TOKEN", token);
            }
        }
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String origin() {
        return "http://localhost:" + port;
    }

    /** Signs in as somebody new, who is invited for it, by password and app. */
    static Signed somebody(RunningPlatform platform, int port, String username, String... roles) {
        String body = Json.text(Map.of("username", username, "displayName", "A " + username, "roles", roles));
        HttpResponse<String> made = platform.send(platform.to("/api/v1/people")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        String token = Json.tree(made.body()).path("invitation").asString();
        Browser browser = new Browser(port);
        browser.get("/identity/state");
        browser.post("/identity/setup", Map.of("token", token, "username", username, "password", password(username)));
        JsonNode offer =
                Json.tree(browser.post("/identity/totp/enrol", Map.of()).body());
        String secret = offer.path("secret").asString();
        JsonNode confirmed = Json.tree(browser.post("/identity/totp/confirm", Map.of("code", code(secret, 0)))
                .body());
        return new Signed(browser, secret, confirmed.at("/recoveryCodes/0").asString());
    }

    record Signed(Browser browser, String secret, String recovery) {}

    static String password(String username) {
        return "long words for " + new StringBuilder(username).reverse();
    }

    /** The code of the authenticator app, so many steps from now. */
    static String code(String secret, int steps) {
        try {
            byte[] key = BaseEncoding.base32().decode(secret);
            Instant at = Instant.now().plus(CODES.getTimeStep().multipliedBy(steps));
            return CODES.generateOneTimePasswordString(new SecretKeySpec(key, CODES.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        String token = cookies.get("XSRF-TOKEN");
        return token == null ? request : request.header("X-XSRF-TOKEN", token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String[] cookie = header.split(";")[0].split("=", 2);
        if (cookie[1].isEmpty()) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }
}
