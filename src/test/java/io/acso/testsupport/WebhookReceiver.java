package io.acso.testsupport;

import com.sun.net.httpserver.HttpServer;
import io.acso.domain.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** The other side of a webhook: takes what comes and answers what it was told to, in the end always 204. */
public final class WebhookReceiver implements AutoCloseable {

    public record Taken(String query, String id, String timestamp, String signature, byte[] body) {
        public JsonNode json() {
            return Json.tree(body);
        }
    }

    public final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    /** @param answers the first statuses, in order */
    public WebhookReceiver(Integer... answers) {
        this.answers.addAll(List.of(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/in", exchange -> {
            var headers = exchange.getRequestHeaders();
            taken.add(new Taken(
                    String.valueOf(exchange.getRequestURI().getQuery()),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    exchange.getRequestBody().readAllBytes()));
            Integer answer = this.answers.poll();
            exchange.getResponseHeaders().set("location", url() + "?redirected");
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
