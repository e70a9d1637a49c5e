package io.acso.core.intelligence;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A hundred patterns against a window of a thousand observations, three objects each, made ready anew each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StixPatternBench {

    private static final int WINDOW = 1_000;
    private static final int PATTERNS = 100;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final List<JsonNode> documents = new ArrayList<>();
    private final List<StixPattern> patterns = new ArrayList<>();

    @Setup
    public void prepare() {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (int i = 0; i < WINDOW; i++) {
            documents.add(observation(i, chance));
        }
        for (int i = 0; i < PATTERNS; i++) {
            patterns.add(StixPattern.parse(pattern(i)));
        }
    }

    private static JsonNode observation(int second, RandomGenerator chance) {
        ObjectNode seen = Json.object();
        String time = BEGINNING.plusSeconds(second).toString();
        seen.put("type", "observed-data").put("id", "observed-data--" + second);
        seen.put("first_observed", time).put("last_observed", time).put("number_observed", 1);
        ObjectNode objects = seen.putObject("objects");
        objects.putObject("0")
                .put("type", "ipv4-addr")
                .put("value", "10.0.%d.%d".formatted(chance.nextInt(4), chance.nextInt(256)));
        objects.putObject("1")
                .put("type", "network-traffic")
                .put("dst_ref", "0")
                .put("dst_port", chance.nextInt(1024))
                .putArray("protocols")
                .add("tcp");
        objects.putObject("2")
                .put("type", "process")
                .put("command_line", "C:\\Windows\\System32\\tool" + chance.nextInt(500) + ".exe -k " + second);
        return seen;
    }

    /** In turn: a value, a network, a reference, a text, an expression, a sequence in time, a number of times. */
    private static String pattern(int i) {
        return switch (i % 7) {
            case 0 -> "[ipv4-addr:value = '10.0.9." + i + "']";
            case 1 -> "[ipv4-addr:value ISSUBSET '10.1." + i + ".0/24']";
            case 2 -> "[network-traffic:dst_ref.value = '10.0.1." + i + "' AND network-traffic:dst_port < 100]";
            case 3 -> "[process:command_line LIKE '%tool" + i + ".exe%']";
            case 4 -> "[process:command_line MATCHES 'tool" + i + "[0-9]\\\\.exe']";
            case 5 ->
                "([process:command_line LIKE '%tool" + i + ".exe%'] FOLLOWEDBY [network-traffic:dst_port = " + i
                        + "]) WITHIN 60 SECONDS";
            default -> "[network-traffic:dst_port = " + i + "] REPEATS 5 TIMES WITHIN 300 SECONDS";
        };
    }

    /** Observations a second, each against all patterns. */
    @Benchmark
    @OperationsPerInvocation(WINDOW)
    public int window() {
        Observations observations = Observations.of(documents);
        int matched = 0;
        for (StixPattern pattern : patterns) {
            matched += pattern.match(observations) instanceof PatternAnswer.Matched ? 1 : 0;
        }
        return matched;
    }
}
