package io.acso.browser;

import io.acso.bench.EverydayTraffic;
import io.acso.edge.client.Api;
import io.acso.edge.client.ApiFailure;
import io.acso.edge.demo.DemoPlatform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
 * How long the main calls of the API take while events flow, client and server on one machine. Requests leave when they
 * are due, not when the last one has come back, and are timed from then.
 * Arguments: requests a second (200), events a second beside them (1000), seconds (60).
 */
public final class ApiBench {

    private static final int BATCHES_A_SECOND = 10;
    private static final int WARM_UP_SECONDS = 15;

    private final DemoPlatform platform;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EverydayTraffic traffic = new EverydayTraffic();
    private final Map<String, ConcurrentLinkedQueue<Long>> micros = new ConcurrentHashMap<>();
    private final Map<String, Integer> failed = new ConcurrentHashMap<>();
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
        List<Call> calls = calls(platform.api());
        ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor();
        feed.scheduleAtFixedRate(
                () -> feed(events / BATCHES_A_SECOND), 0, 1000 / BATCHES_A_SECOND, TimeUnit.MILLISECONDS);
        ask(calls, rate, WARM_UP_SECONDS);
        micros.clear();
        failed.clear();
        refused.set(0);
        long before = traffic.events();
        ask(calls, rate, seconds);
        report(rate, (traffic.events() - before) / seconds);
        feed.shutdownNow();
    }

    private void feed(int events) {
        try {
            platform.sendRaw(traffic.next(events));
        } catch (ApiFailure full) {
            refused.incrementAndGet();
        }
    }

    /** What the console asks for most, a query of GraphQL, and a write. */
    private static List<Call> calls(Api api) {
        String incident = api.get("/incidents").at("/items/0/id").asString("");
        String approval = api.get("/approvals").at("/items/0/id").asString("");
        String query = "query ($id: ID!) { incident(id: $id) { title status rating { severity score }"
                + " findings { title time } execution { status actions { stepId outcome } } } }";
        return List.of(
                Call.get("/overview"),
                Call.get("/incidents?limit=50"),
                Call.get("/incidents?limit=50&status=RESOLVED&q=stopped"),
                new Call("GET", "/api/v1/incidents/" + incident, "/incidents/{id}", null),
                new Call("GET", "/api/v1/incidents/" + incident + "/findings", "/incidents/{id}/findings", null),
                new Call(
                        "POST",
                        "/api/v1/incidents/" + incident + "/comments",
                        "/incidents/{id}/comments",
                        Map.of("text", "seen")),
                Call.get("/approvals"),
                new Call("GET", "/api/v1/approvals/" + approval, "/approvals/{id}", null),
                Call.get("/findings?limit=50"),
                Call.get("/executions"),
                Call.get("/agents"),
                Call.get("/status"),
                new Call(
                        "POST",
                        "/api/graphql",
                        "graphql, an incident with findings and actions",
                        Map.of("query", query, "variables", Map.of("id", incident))));
    }

    private void ask(List<Call> calls, int rate, int seconds) {
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
            int status = client.send(call.request(platform.url(), token), BodyHandlers.ofByteArray())
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

    private void report(int rate, long events) {
        List<Long> all =
                micros.values().stream().flatMap(ConcurrentLinkedQueue::stream).toList();
        System.out.printf(
                "| %,d requests, %d a second, beside %,d events/s; %d without success, %d batches refused | p50 | p99 | max |%n",
                all.size(),
                rate,
                events,
                failed.values().stream().mapToInt(Integer::intValue).sum(),
                refused.get());
        System.out.println("|---|---|---|---|");
        micros.keySet().stream().sorted().forEach(name -> row(name, micros.get(name)));
        row("all", all);
        failed.forEach((call, times) -> System.out.println("without success: " + call + ", " + times + " times"));
    }

    private static void row(String name, Collection<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        System.out.printf(
                "| %s | %.1f ms | %.1f ms | %.1f ms |%n", name, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1) / 1000.0;
    }
}
