package io.acso.edge.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.kernel.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A client of graphql-transport-ws that takes messages one by one. */
final class LiveSocket implements WebSocket.Listener, AutoCloseable {

    static final String CHANGES = "subscription($after: ID, $kinds: [String!]) { changes(after: $after, kinds: $kinds)"
            + " { id kind noun subject } }";

    final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    static LiveSocket connect(int port, Map<String, String> headers) {
        LiveSocket live = new LiveSocket();
        WebSocket.Builder building = HttpClient.newHttpClient().newWebSocketBuilder();
        headers.forEach(building::header);
        live.socket = building.subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/graphql/live"), live)
                .join();
        return live;
    }

    /** Connected as the owner, and acknowledged. */
    static LiveSocket owner(int port) {
        LiveSocket live = connect(port, Map.of("authorization", "Bearer " + RunningPlatform.token()));
        live.send(Map.of("type", "connection_init"));
        assertThat(live.take().path("type").asString()).isEqualTo("connection_ack");
        return live;
    }

    LiveSocket subscribe(String id, Map<String, Object> variables) {
        send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", CHANGES, "variables", variables)));
        return this;
    }

    void send(Object message) {
        socket.sendText(Json.text(message), true).join();
    }

    JsonNode take() {
        try {
            JsonNode message = messages.poll(20, TimeUnit.SECONDS);
            assertThat(message).as("a message of the server in time").isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode change() {
        JsonNode message = take();
        assertThat(message.path("type").asString()).as(message.toString()).isEqualTo("next");
        return message.at("/payload/data/changes");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonNode message = Json.tree(text.toString());
            text.setLength(0);
            if (!message.path("type").asString().equals("ping")) {
                messages.add(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
