package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonParser;

/**
 * Events a second through the rules, parsing included, by the processor time of one thread; Jackson on the same bytes in
 * the same run. Needs the development data ({@code ACSO_DATA}). Argument: rounds of each measurement (7).
 */
public final class DetectBench {

    private static final LogSource PROCESS = LogSource.of("process_creation", "windows", "sysmon");
    private static final LogSource TRAIL = LogSource.of(null, "aws", "cloudtrail");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LEAST_EVENTS = 20_000;

    private final Path data = Path.of(System.getenv().getOrDefault("ACSO_DATA", "../shared/data"));
    private final int rounds;

    private DetectBench(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        new DetectBench(args.length > 0 ? Integer.parseInt(args[0]) : 7).run();
    }

    private void run() throws Exception {
        List<byte[]> started = new BenchEvents(1)
                .amongHarmless(BenchEvents.recorded(data).stream()
                        .filter(BenchEvents::startsAProcess)
                        .toList());
        List<byte[]> recorded = new BenchEvents(2).amongHarmless(BenchEvents.recorded(data));
        List<byte[]> trail = BenchEvents.cloudTrail(data);
        SortedMap<String, String> all = rules("rules", "rules-emerging-threats", "rules-threat-hunting");

        RuleSet process = RuleSet.compile(rules("rules/windows/process_creation"));
        measure("rules for process_creation, processes started", process, BenchEvents.of(PROCESS, started));
        measure("rules for AWS, CloudTrail", RuleSet.compile(rules("rules/cloud/aws")), BenchEvents.of(TRAIL, trail));
        long before = used();
        RuleSet everything = RuleSet.compile(all);
        measure("all rules, routed, processes started", everything, BenchEvents.routed(started));
        measure("all rules, routed, all recorded", everything, BenchEvents.routed(recorded));
        measure("all rules, routed, CloudTrail", everything, BenchEvents.routed(trail));
        System.out.printf("all rules and their programs: %d MiB%n", used() - before >> 20);
        bothCores(process, BenchEvents.of(PROCESS, started));
        grow(all, BenchEvents.of(PROCESS, started));
    }

    private SortedMap<String, String> rules(String... folders) throws Exception {
        List<Path> places = new ArrayList<>();
        for (String folder : folders) {
            places.add(data.resolve("sigma").resolve(folder));
        }
        return RuleDirectory.load(places.toArray(Path[]::new));
    }

    private void measure(String name, RuleSet rules, List<EventView> events) throws Exception {
        int matches =
                events.stream().mapToInt(event -> rules.match(event).size()).sum();
        double match = rate(events, event -> rules.match(event).size());
        double tokens = rate(events, DetectBench::tokens);
        double tree = rate(events, event -> Json.MAPPER.readTree(event.json()).size());
        System.out.printf(
                "%s: %d rules, %d events of %.0f bytes, %d matches%n  %,.0f events/s; Jackson tokens %,.0f (%.0f %%), tree %,.0f (%.0f %%); matching beside parsing to a tree %.2f%n",
                name,
                rules.rules().size(),
                events.size(),
                events.stream().mapToInt(event -> event.json().length).average().orElse(0),
                matches,
                match,
                tokens,
                100 * match / tokens,
                tree,
                100 * match / tree,
                (1 / match - 1 / tokens) * tree);
    }

    private static long tokens(EventView event) {
        long count = 0;
        try (JsonParser parser = Json.MAPPER.createParser(event.json())) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    /** The best of the rounds, the first two aside. */
    private double rate(List<EventView> events, ToLongFunction<EventView> work) {
        int repeats = Math.max(1, LEAST_EVENTS / events.size());
        double best = 0;
        long sum = 0;
        for (int round = 0; round < rounds + 2; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < repeats; i++) {
                for (EventView event : events) {
                    sum += work.applyAsLong(event);
                }
            }
            double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
            best = round < 2 ? 0 : Math.max(best, repeats * events.size() / seconds);
        }
        if (sum == 42) {
            System.out.println();
        }
        return best;
    }

    private void bothCores(RuleSet rules, List<EventView> events) throws Exception {
        double one = wall(rules, events, 1);
        double two = wall(rules, events, 2);
        System.out.printf("by the clock: one thread %,.0f events/s, two %,.0f, %.2f times%n", one, two, two / one);
    }

    private double wall(RuleSet rules, List<EventView> events, int threads) throws Exception {
        double best = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < rounds; round++) {
                List<Callable<Long>> parts = Collections.nCopies(threads, () -> {
                    long matches = 0;
                    for (int i = 0; i * events.size() < LEAST_EVENTS; i++) {
                        for (EventView event : events) {
                            matches += rules.match(event).size();
                        }
                    }
                    return matches;
                });
                long start = System.nanoTime();
                for (Future<Long> part : pool.invokeAll(parts)) {
                    part.get();
                }
                int repeats = (LEAST_EVENTS + events.size() - 1) / events.size();
                best = Math.max(best, (double) threads * repeats * events.size() / (System.nanoTime() - start) * 1e9);
            }
        }
        return best;
    }

    /** Any rules of all, made to look at these events whatever they are meant for. */
    private void grow(Map<String, String> all, List<EventView> events) {
        List<String> paths = new ArrayList<>(all.keySet());
        Collections.shuffle(paths, new Random(3));
        for (int count : new int[] {10, 100, 1_000, paths.size()}) {
            Map<String, String> some = new TreeMap<>();
            paths.subList(0, count).forEach(path -> some.put(path, shown(all.get(path))));
            RuleSet rules = RuleSet.compile(some);
            double rate = rate(events, event -> rules.match(event).size());
            System.out.printf(
                    "%5d rules, all of them shown each event: %,.0f events/s, %.1f us%n",
                    rules.rules().size(), rate, 1e6 / rate);
        }
    }

    private static String shown(String rule) {
        return rule.replaceAll("(?ms)^logsource:.*?(?=^\\S)", "logsource:\n    product: windows\n");
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
