package io.acso.edge.api.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another system that holds blocks: POST sets one, DELETE lifts it, GET tells whether it is there. One for a JVM. */
final class Firewall {

    static final Firewall SHARED = new Firewall();

    private final Set<String> blocks = ConcurrentHashMap.newKeySet();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Firewall() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/blocks", this::answer);
        server.start();
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** As somebody does who goes there. */
    void lift(String path) {
        blocks.remove(path);
    }

    /** What was changed at that path, such as POST. */
    List<String> changes(String path) {
        return changes.stream()
                .filter(change -> change.endsWith(" " + path))
                .map(change -> change.substring(0, change.indexOf(' ')))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (!method.equals("GET")) {
            changes.add(method + " " + path);
        }
        boolean there = switch (method) {
            case "POST" -> blocks.add(path) || true;
            case "DELETE" -> blocks.remove(path);
            default -> blocks.contains(path);
        };
        exchange.sendResponseHeaders(there ? 204 : 404, -1);
        exchange.close();
    }
}
