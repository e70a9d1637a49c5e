package io.acso.core.detection;

import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;

/** One event through the rules, beside Jackson reading the same bytes. Needs the development data. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RuleMatching {

    private RuleSet processRules;
    private List<EventView> processes;
    private RuleSet cloudRules;
    private List<EventView> calls;
    private int next;

    @Setup
    public void load() throws Exception {
        Path data = Path.of(System.getenv().getOrDefault("ACSO_DATA", "../shared/data"));
        processRules = RuleSet.compile(RuleDirectory.load(data.resolve("sigma/rules/windows/process_creation")));
        cloudRules = RuleSet.compile(RuleDirectory.load(data.resolve("sigma/rules/cloud/aws")));
        processes = BenchEvents.of(
                LogSource.of("process_creation", "windows", "sysmon"),
                new BenchEvents(1)
                        .amongHarmless(BenchEvents.recorded(data).stream()
                                .filter(BenchEvents::startsAProcess)
                                .toList()));
        calls = BenchEvents.of(LogSource.of(null, "aws", "cloudtrail"), BenchEvents.cloudTrail(data));
    }

    private EventView next(List<EventView> events) {
        next = next + 1 >= events.size() ? 0 : next + 1;
        return events.get(next);
    }

    @Benchmark
    public List<Match> processStarted() {
        return processRules.match(next(processes));
    }

    @Benchmark
    public List<Match> cloudTrail() {
        return cloudRules.match(next(calls));
    }

    @Benchmark
    public void processStartedJacksonTokens(Blackhole hole) {
        tokens(next(processes), hole);
    }

    @Benchmark
    public void cloudTrailJacksonTokens(Blackhole hole) {
        tokens(next(calls), hole);
    }

    @Benchmark
    public Object processStartedJacksonTree() {
        return Json.MAPPER.readTree(next(processes).json());
    }

    private static void tokens(EventView event, Blackhole hole) {
        try (JsonParser parser = Json.MAPPER.createParser(event.json())) {
            for (Object token = parser.nextToken(); token != null; token = parser.nextToken()) {
                hole.consume(token);
            }
        }
    }
}
