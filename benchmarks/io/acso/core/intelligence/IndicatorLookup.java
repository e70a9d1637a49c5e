package io.acso.core.intelligence;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One lookup, beside the floor: a {@link HashSet} of the same texts, which knows no networks, no names below a domain,
 * no forms of a value, and says yes or no.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IndicatorLookup {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int VALUES = 1 << 16;

    @Param({"1000000"})
    int indicators;

    @Param({"ADDRESS", "DOMAIN", "SHA256", "URL", "OTHER"})
    Kind kind;

    /** Which values are looked up: none is an indicator, as with nearly all that events say. */
    public enum Kind {
        ADDRESS(0),
        DOMAIN(3),
        SHA256(6),
        URL(9),
        OTHER(-1);

        private final int digit;

        Kind(int digit) {
            this.digit = digit;
        }
    }

    private IndicatorSet set = IndicatorSet.EMPTY;
    private final Set<String> peer = new HashSet<>();
    private final String[] values = new String[VALUES];
    private int next;

    @Setup(Level.Trial)
    public void load() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < indicators; i++) {
            String value = GeneratedFeeds.value(i);
            peer.add(value);
            list.append(value).append('\n');
        }
        byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
        set = IndicatorFiles.load(Map.of("list", () -> new ByteArrayInputStream(bytes)), 1L << 30)
                .indicators();
        for (int i = 0; i < VALUES; i++) {
            values[i] = kind == Kind.OTHER
                    ? List.of("ConsoleLogin", "us-east-1", "C:\\Windows\\System32\\cmd.exe /c whoami", "4624")
                            .get(i % 4)
                    : GeneratedFeeds.value(indicators + 10L * i + kind.digit);
        }
    }

    @Benchmark
    public Object lookup() {
        return set.lookup(values[next++ & (VALUES - 1)], AT);
    }

    @Benchmark
    public boolean hashSet() {
        return peer.contains(values[next++ & (VALUES - 1)]);
    }
}
