package io.acso.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.acso.core.autonomy.RepeatSafety;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The outside world: lives through every kill, and knows what was asked of it and what it did. */
final class Recorder implements AutoCloseable {

    /** Is told each moment of a carry-out as it comes. */
    interface Watch {

        /** The number of the process that runs now. */
        int start();

        /** False when the process that asked has been killed by then. */
        boolean alive(int start, String moment);
    }

    /** Nobody is killed, but the outside world takes so long to do anything. */
    record Slow(Duration each) implements Watch {
        @Override
        public int start() {
            return 1;
        }

        @Override
        public boolean alive(int start, String moment) {
            if (moment.startsWith("received")) {
                CompletableFuture.runAsync(
                                () -> {}, CompletableFuture.delayedExecutor(each.toMillis(), TimeUnit.MILLISECONDS))
                        .join();
            }
            return true;
        }
    }

    private final HttpServer server;
    private final Watch watch;
    private final Map<RepeatSafety, List<Noted>> asked = new EnumMap<>(RepeatSafety.class);
    private final Map<RepeatSafety, List<Noted>> done = new EnumMap<>(RepeatSafety.class);

    /** A carry-out: its idempotency key, and the hash of what was to be done. */
    private record Noted(String key, String action) {}

    Recorder(Watch watch) throws IOException {
        this.watch = watch;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        for (RepeatSafety safety : RepeatSafety.values()) {
            asked.put(safety, new ArrayList<>());
            done.put(safety, new ArrayList<>());
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The idempotency keys of the carry-outs that were asked for. */
    synchronized List<String> asked(RepeatSafety safety) {
        return asked.get(safety).stream().map(Noted::key).toList();
    }

    /** The keys of those that changed something here. */
    synchronized List<String> done(RepeatSafety safety) {
        return done.get(safety).stream().map(Noted::key).toList();
    }

    private void handle(HttpExchange exchange) {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        RepeatSafety safety = RepeatSafety.valueOf(path[2]);
        try (exchange) {
            switch (path[1]) {
                case "dry-run" -> answer(exchange, "note " + safety);
                case "check" -> answer(exchange, Long.toString(timesDone(safety, path[4])));
                default -> carryOut(exchange, safety, new Noted(path[3], path[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the caller is gone", e);
        }
    }

    private void carryOut(HttpExchange exchange, RepeatSafety safety, Noted noted) throws IOException {
        String kind = safety.name().toLowerCase(Locale.ROOT);
        int start = watch.start();
        synchronized (this) {
            asked.get(safety).add(noted);
        }
        if (!watch.alive(start, "received " + kind)) {
            return;
        }
        note(safety, noted);
        if (!watch.alive(start, "done " + kind)) {
            return;
        }
        answer(exchange, "noted");
        watch.alive(start, "answered " + kind);
    }

    /** What the key has done already is not done again, of the keyed kind. */
    private synchronized void note(RepeatSafety safety, Noted noted) {
        List<Noted> before = done.get(safety);
        if (safety != RepeatSafety.KEYED || !before.contains(noted)) {
            before.add(noted);
        }
    }

    synchronized long timesDone(RepeatSafety safety, String action) {
        return done.get(safety).stream()
                .filter(noted -> noted.action().equals(action))
                .count();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
