package io.acso.browser;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How long the main calls of the API take while events flow, client and server two processes of one machine, and what
 * each call and each event costs of the processor: whether there is enough of it is seen from that.
 * Arguments: requests a second (200), events a second beside them (1000), seconds (60).
 */
public final class ApiBench {

    /** By then the compilers have little left to do; a second of 200 requests takes half of the processor before. */
    private static final int WARM_UP_REQUESTS = 15_000;

    private static final int WARM_UP_SECONDS = 20;
    private static final int MOST_ALONE_SECONDS = 20;

    private final BenchServer server;
    private final ApiLoad load;

    private ApiBench(BenchServer server) {
        this.server = server;
        this.load = new ApiLoad(server);
    }

    /** What a second of the server, and of this process, took of the processor, in milliseconds. */
    private record Cost(double server, double client) {}

    public static void main(String[] args) throws Exception {
        int rate = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int events = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        try (BenchServer server = BenchServer.start()) {
            new ApiBench(server).run(rate, events, seconds);
        }
        System.exit(0);
    }

    private void run(int rate, int events, int seconds) throws Exception {
        int alone = Math.min(seconds, MOST_ALONE_SECONDS);
        load.warmUp(WARM_UP_REQUESTS);
        cost(rate, events, WARM_UP_SECONDS);
        Cost idle = cost(0, 0, alone);
        Cost flow = cost(0, events, alone);
        Cost asking = cost(rate, 0, alone);
        load.forget();
        Cost both = cost(rate, events, seconds);
        rows(rate, seconds);
        System.out.printf(
                "%n| processor time | a second | each |%n|---|---|---|%n| nothing to do | %.0f ms | |%n",
                idle.server());
        System.out.printf(
                "| %d events | %.0f ms | %.2f ms an event |%n",
                events, flow.server(), each(flow.server() - idle.server(), events));
        System.out.printf(
                "| %d requests | %.0f ms | %.2f ms a request, %.2f ms of the client |%n",
                rate,
                asking.server(),
                each(asking.server() - idle.server(), rate),
                each(asking.client() - idle.client(), rate));
        System.out.printf(
                "| both | %.0f ms, with the client %.0f ms | of %d ms that there are |%n",
                both.server(),
                both.server() + both.client(),
                1000 * Runtime.getRuntime().availableProcessors());
    }

    private static double each(double millis, int number) {
        return millis / Math.max(1, number);
    }

    private Cost cost(int rate, int events, int seconds) throws InterruptedException, IOException {
        long begin = System.nanoTime();
        Duration serverBefore = server.processorTime();
        Duration clientBefore = own();
        load.run(rate, events, seconds);
        double took = (System.nanoTime() - begin) / 1e9;
        return new Cost(
                server.processorTime().minus(serverBefore).toMillis() / took,
                own().minus(clientBefore).toMillis() / took);
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void rows(int rate, int seconds) {
        System.out.printf(
                "| %,d requests, %d a second, beside %,d events/s; %d without success, %d batches refused | p50 | p99 | max |%n",
                load.all().size(),
                rate,
                load.sent() / seconds,
                load.failed().values().stream().mapToInt(Integer::intValue).sum(),
                load.refused());
        System.out.println("|---|---|---|---|");
        load.micros().keySet().stream()
                .sorted()
                .forEach(name -> row(name, load.micros().get(name)));
        row("all", load.all());
        row("a batch of events, until it is durable", load.batches());
        load.failed()
                .forEach((call, times) -> System.out.println("without success: " + call + ", " + times + " times"));
    }

    private static void row(String name, Collection<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            System.out.printf(
                    "| %s | %.1f ms | %.1f ms | %.1f ms |%n", name, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
        }
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1) / 1000.0;
    }
}
