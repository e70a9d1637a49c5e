package io.acso.edge.client;

import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A running platform's REST API. Every failure is an {@link ApiFailure}. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final String token;
    private final HttpClient client;

    public Api(URI server, String token) {
        this(server, token, null);
    }

    /** @param certificate file of the one certificate to trust; null for those that this machine trusts anyway */
    public Api(URI server, String token, @Nullable Path certificate) {
        this.server = server;
        this.token = token;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5));
        this.client =
                (certificate == null ? builder : builder.sslContext(PinnedCertificate.trusting(certificate))).build();
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    public byte[] bytes(String path, String accept) {
        return send(request(path).setHeader("accept", accept).GET().build()).body();
    }

    /** Acts once, however often the network makes us ask. */
    public JsonNode post(String path, Object body) {
        return json(send(request(path)
                .header("content-type", "application/json")
                .header("idempotency-key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build()));
    }

    /** Changes what the body names, and nothing else. */
    public JsonNode patch(String path, Object body) {
        return json(send(request(path)
                .header("content-type", "application/json")
                .method("PATCH", BodyPublishers.ofByteArray(Json.bytes(body)))
                .build()));
    }

    /** Deletes once, however often the network makes us ask. */
    public JsonNode delete(String path) {
        return json(send(request(path)
                .header("idempotency-key", UUID.randomUUID().toString())
                .DELETE()
                .build()));
    }

    /** Sends a stream; the caller judges the answer. */
    public HttpResponse<byte[]> stream(String path, BodyPublisher body) {
        return exchange(request(path)
                .timeout(Duration.ofMinutes(10))
                .header("content-type", "application/octet-stream")
                .POST(body)
                .build());
    }

    /** A path segment or parameter value. */
    public static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (JacksonException e) {
            throw new ApiFailure(response.uri() + " answered with no JSON: is that an ACSO platform?", e);
        }
    }

    public static ApiFailure problem(HttpResponse<byte[]> response) {
        JsonNode problem = json(response);
        String title = problem.path("title").asString("the platform said " + response.statusCode());
        String detail = problem.path("detail").asString("no detail was given");
        return new ApiFailure(title + ": " + detail, response.statusCode(), null);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(request);
        if (response.statusCode() >= 300) {
            throw problem(response);
        }
        return response;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ApiFailure(
                    "no platform answers at " + server + " (" + e + "): start one with 'acso up', or name another with"
                            + " --server and --token-file",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure("interrupted", e);
        }
    }
}
