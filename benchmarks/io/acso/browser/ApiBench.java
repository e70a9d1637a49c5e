package io.acso.browser;

import io.acso.bench.EverydayTraffic;
import io.acso.edge.client.Api;
import io.acso.edge.client.ApiFailure;
import io.acso.edge.demo.DemoPlatform;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/**
 * How long the main calls of the API take while events flow, client and server on one machine. Requests leave when they
 * are due, not when the last one has come back, and are timed from then.
 * Arguments: requests a second (200), events a second beside them (1000), seconds (60).
 */
public final class ApiBench {

    private static final int BATCHES_A_SECOND = 10;
    private static final int WARM_UP_SECONDS = 15;

    private final DemoPlatform platform;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();
    private final EverydayTraffic traffic = new EverydayTraffic();
    private final Map<String, ConcurrentLinkedQueue<Long>> micros = new ConcurrentHashMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private ApiBench(DemoPlatform platform) throws Exception {
        this.platform = platform;
        this.token = Files.readString(platform.data().resolve("token")).strip();
    }

    public static void main(String[] args) throws Exception {
        int rate = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int events = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        Path root = Files.createTempDirectory("acso-api-bench-");
        try (DemoPlatform platform = DemoPlatform.start(root, 0, BenchSettings.UNLIMITED)) {
            DemoData.fill(platform, Instant.now());
            new ApiBench(platform).run(rate, events, seconds);
        }
        System.exit(0);
    }

    private void run(int rate, int events, int seconds) throws Exception {
        Map<String, String> calls = calls(platform.api());
        ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor();
        feed.scheduleAtFixedRate(
                () -> feed(events / BATCHES_A_SECOND), 0, 1000 / BATCHES_A_SECOND, TimeUnit.MILLISECONDS);
        ask(calls, rate, WARM_UP_SECONDS);
        micros.clear();
        failed.set(0);
        long before = traffic.events();
        ask(calls, rate, seconds);
        report(calls, rate, (traffic.events() - before) / seconds);
        feed.shutdownNow();
    }

    private void feed(int events) {
        try {
            platform.sendRaw(traffic.next(events));
        } catch (ApiFailure full) {
            refused.incrementAndGet();
        }
    }

    /** Name to path; what the console asks for most. */
    private static Map<String, String> calls(Api api) {
        List<JsonNode> incidents = new ArrayList<>();
        api.get("/incidents").path("items").forEach(incidents::add);
        String incident = incidents.getFirst().path("id").asString("");
        String approval = api.get("/approvals").at("/items/0/id").asString("");
        return Map.of(
                "overview", "/overview",
                "incidents", "/incidents?limit=50",
                "incident", "/incidents/" + incident,
                "approvals", "/approvals",
                "approval", "/approvals/" + approval,
                "findings", "/findings?limit=50",
                "executions", "/executions",
                "agents", "/agents",
                "status", "/status");
    }

    private void ask(Map<String, String> calls, int rate, int seconds) {
        List<Map.Entry<String, String>> turns = List.copyOf(calls.entrySet());
        long begin = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate * seconds; i++) {
                long due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                Map.Entry<String, String> call = turns.get(i % turns.size());
                callers.submit(() -> ask(call.getKey(), call.getValue(), due));
            }
        }
    }

    private void ask(String name, String path, long due) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.url() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("authorization", "Bearer " + token)
                .build();
        try {
            if (client.send(request, BodyHandlers.ofByteArray()).statusCode() != 200) {
                failed.incrementAndGet();
            }
        } catch (Exception e) {
            failed.incrementAndGet();
        }
        micros.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - due) / 1000);
    }

    private void report(Map<String, String> calls, int rate, long events) {
        System.out.printf(
                "%d requests/s over %d calls, %d without success; beside %d events/s, %d batches refused%n",
                rate, calls.size(), failed.get(), events, refused.get());
        micros.keySet().stream().sorted().forEach(name -> line(name, micros.get(name)));
        line(
                "all",
                micros.values().stream().flatMap(ConcurrentLinkedQueue::stream).toList());
    }

    private static void line(String name, Iterable<Long> times) {
        List<Long> sorted = new ArrayList<>();
        times.forEach(sorted::add);
        sorted.sort(null);
        System.out.printf(
                "%-12s p50 %7.1f ms   p99 %7.1f ms   max %7.1f ms%n",
                name, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1) / 1000.0;
    }
}
