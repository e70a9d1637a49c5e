package io.acso.edge.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands for the people who are notified: takes webhooks on loopback and checks each signature. */
final class Inbox implements AutoCloseable {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key = new byte[32];
    private final HttpServer server;
    private final List<Notification> received = new CopyOnWriteArrayList<>();

    /** @param genuine whether the signature is that of the shared secret */
    record Notification(String body, boolean genuine) {}

    private Inbox() throws IOException {
        new SecureRandom().nextBytes(key);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
    }

    static Inbox open() throws IOException {
        Inbox inbox = new Inbox();
        inbox.server.start();
        return inbox;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notifications");
    }

    /** As Standard Webhooks writes secrets. */
    String secret() {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    List<Notification> received() {
        return received;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Notification(new String(body, StandardCharsets.UTF_8), genuine(exchange, body)));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private boolean genuine(HttpExchange exchange, byte[] body) {
        String head = header(exchange, "webhook-id") + "." + header(exchange, "webhook-timestamp") + ".";
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII),
                    header(exchange, "webhook-signature").getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
