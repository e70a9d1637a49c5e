package io.acso.browser;

import io.acso.domain.kernel.Json;
import io.acso.edge.client.Api;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
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

    /** What the console asks for most, a query of GraphQL, and a write. */
    static List<Call> main(Api api) {
        String incident = api.get("/incidents").at("/items/0/id").asString("");
        String approval = api.get("/approvals").at("/items/0/id").asString("");
        String query = "query ($id: ID!) { incident(id: $id) { title status rating { severity score }"
                + " findings { title time } execution { status actions { stepId outcome } } } }";
        return List.of(
                get("/overview"),
                get("/incidents?limit=50"),
                get("/incidents?limit=50&status=RESOLVED&q=stopped"),
                new Call("GET", "/api/v1/incidents/" + incident, "/incidents/{id}", null),
                new Call("GET", "/api/v1/incidents/" + incident + "/findings", "/incidents/{id}/findings", null),
                new Call(
                        "POST",
                        "/api/v1/incidents/" + incident + "/comments",
                        "/incidents/{id}/comments",
                        Map.of("text", "seen")),
                get("/approvals"),
                new Call("GET", "/api/v1/approvals/" + approval, "/approvals/{id}", null),
                get("/findings?limit=50"),
                get("/executions"),
                get("/agents"),
                get("/status"),
                new Call(
                        "POST",
                        "/api/graphql",
                        "graphql, an incident with findings and actions",
                        Map.of("query", query, "variables", Map.of("id", incident))));
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
