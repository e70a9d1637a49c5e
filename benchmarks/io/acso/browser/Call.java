package io.acso.browser;

import io.acso.domain.kernel.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that is sent again and again; the name is that of its row. */
record Call(
        String method, String path, String name, @Nullable Map<String, ?> body) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Call get(String path) {
        return new Call("GET", "/api/v1" + path, path, null);
    }

    HttpRequest request(URI server, String token) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .header("idempotency-key", UUID.randomUUID().toString())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
    }
}
