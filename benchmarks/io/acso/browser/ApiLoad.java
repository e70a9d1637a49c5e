package io.acso.browser;

import io.acso.bench.EverydayTraffic;
import io.acso.edge.client.Api;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What people and sources ask of a server. Requests leave when they are due, not when the last one has come back, and are
 * timed from then. A source sends its next batch when the one before is answered.
 */
final class ApiLoad {

    private static final int BATCHES_A_SECOND = 10;
    private static final int CALLERS = 4;

    private final BenchServer server;
    private final Api source;
    private final List<Call> calls;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EverydayTraffic traffic = new EverydayTraffic();
    private final Map<String, ConcurrentLinkedQueue<Long>> micros = new ConcurrentHashMap<>();
    private final Map<String, Integer> failed = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> batches = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private long sentBefore;

    ApiLoad(BenchServer server) {
        this.server = server;
        this.source = server.api();
        this.calls = Call.main(source);
    }

    /** So many requests and events a second, for so many seconds; returns when all have come back. */
    void run(int rate, int events, int seconds) throws InterruptedException {
        ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor();
        if (events > 0) {
            feed.scheduleAtFixedRate(
                    () -> feed(events / BATCHES_A_SECOND), 0, 1000 / BATCHES_A_SECOND, TimeUnit.MILLISECONDS);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ask(rate, seconds);
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        feed.shutdownNow();
        feed.awaitTermination(1, TimeUnit.MINUTES);
    }

    /** Asks so often, a few at a time and as fast as the answers come. */
    void warmUp(int times) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> {
                    for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                        ask(calls.get(i % calls.size()), System.nanoTime());
                    }
                });
            }
        }
    }

    /** Begins to count anew. */
    void forget() {
        micros.clear();
        failed.clear();
        batches.clear();
        refused.set(0);
        sentBefore = traffic.events();
    }

    private void feed(int events) {
        String batch = traffic.next(events);
        long began = System.nanoTime();
        if (source.stream("/events", BodyPublishers.ofString(batch)).statusCode() != 200) {
            refused.incrementAndGet();
        }
        batches.add((System.nanoTime() - began) / 1000);
    }

    private void ask(int rate, int seconds) {
        long begin = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate * seconds; i++) {
                long due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                Call call = calls.get(i % calls.size());
                callers.submit(() -> ask(call, due));
            }
        }
    }

    private void ask(Call call, long due) {
        try {
            int status = client.send(call.request(server.url(), server.token()), BodyHandlers.ofByteArray())
                    .statusCode();
            if (status / 100 != 2) {
                failed.merge(call.name() + ": " + status, 1, Integer::sum);
            }
        } catch (IOException | InterruptedException e) {
            failed.merge(call.name() + ": " + e, 1, Integer::sum);
        }
        micros.computeIfAbsent(call.name(), any -> new ConcurrentLinkedQueue<>())
                .add((System.nanoTime() - due) / 1000);
    }

    Map<String, ConcurrentLinkedQueue<Long>> micros() {
        return micros;
    }

    List<Long> all() {
        return micros.values().stream().flatMap(ConcurrentLinkedQueue::stream).toList();
    }

    Collection<Long> batches() {
        return batches;
    }

    Map<String, Integer> failed() {
        return failed;
    }

    int refused() {
        return refused.get();
    }

    /** Events sent since it last forgot. */
    long sent() {
        return traffic.events() - sentBefore;
    }
}
