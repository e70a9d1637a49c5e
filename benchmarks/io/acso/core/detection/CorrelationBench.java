package io.acso.core.detection;

import io.acso.core.detection.Correlator.Observed;
import io.acso.domain.event.LogSource;
import io.acso.domain.kernel.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Correlation on its own: events that fit a rule already, each of one of so many groups. Says how many events a second
 * go through the correlator, what the live groups take, and how long their state takes to write and to read back. To be
 * run with a heap of 1 GiB, as {@code ./acso bench correlation} does.
 */
public final class CorrelationBench {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final LogSource SOURCE = LogSource.of("test", null, null);
    private static final int EVENTS_A_GROUP = 3;
    private static final int USERS_AT_ONCE = 4096;

    private static final String RULES = """
            title: Failed
            name: failed
            id: failed
            logsource: {category: test}
            detection: {s: {what: failed}, condition: s}
            ---
            title: Rare
            name: rare
            id: rare
            logsource: {category: test}
            detection: {s: {what: rare}, condition: s}
            ---
            title: Many
            name: many
            id: many
            correlation: {%s, group-by: [user], timespan: 30d}
            """;

    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("event_count gte", "type: event_count, rules: [failed], condition: {gte: 10}");
        KINDS.put("value_count gte", "type: value_count, rules: [failed], condition: {field: host, gte: 10}");
        KINDS.put("temporal_ordered", "type: temporal_ordered, rules: [failed, rare]");
        KINDS.put("value_avg", "type: value_avg, rules: [failed], condition: {field: n, gt: 1000}");
    }

    private CorrelationBench() {}

    public static void main(String[] args) throws Exception {
        int groups = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        System.out.printf(
                "%d groups of %d events each, heap at most %d MiB%n",
                groups, EVENTS_A_GROUP, Runtime.getRuntime().maxMemory() >> 20);
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            run(kind.getKey(), kind.getValue(), groups);
        }
    }

    private static void run(String name, String section, int groups) throws Exception {
        RuleSet rules = RuleSet.compile(Map.of("r.yml", RULES.formatted(section)));
        if (!rules.failures().isEmpty()) {
            throw new IllegalStateException(rules.failures().toString());
        }
        CorrelationSettings settings = new CorrelationSettings(
                Duration.ofSeconds(30), Duration.ofSeconds(60), groups + 1, 10_000, 200_000, 1_000);
        long before = used();
        Correlator correlator = new Correlator(rules.correlations(), settings);
        List<Match> matches = rules.match(view(0, 0));
        long nanos = 0;
        long events = 0;
        int found = 0;
        for (int round = 0; round < EVENTS_A_GROUP; round++) {
            for (int from = 0; from < groups; from += USERS_AT_ONCE) {
                int to = Math.min(groups, from + USERS_AT_ONCE);
                List<Observed> observed = new ArrayList<>();
                List<EventView> views = new ArrayList<>();
                for (int user = from; user < to; user++) {
                    Instant time = START.plusMillis(events++);
                    observed.add(new Observed(Digest.id("evt", Long.toString(events)), "s", time, time));
                    views.add(view(user, round));
                }
                long began = processor();
                for (int i = 0; i < observed.size(); i++) {
                    found += correlator
                            .take(observed.get(i), views.get(i), matches)
                            .size();
                }
                nanos += processor() - began;
            }
        }
        found += correlator
                .advance(START.plusMillis(events).plus(Duration.ofMinutes(5)))
                .size();
        long taken = used() - before;
        System.out.printf(
                "%-18s %,9.0f events/s  %,d live groups in %d MiB (%d bytes each)  %d matches%n",
                name,
                events / (nanos / 1e9),
                correlator.groups(),
                taken >> 20,
                taken / Math.max(1, correlator.groups()),
                found);
        if (correlator.counts().leftOut() > 0) {
            System.out.println("  left out: " + correlator.counts());
        }
        state(correlator, rules, settings);
    }

    private static void state(Correlator correlator, RuleSet rules, CorrelationSettings settings) throws Exception {
        long began = processor();
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 20);
        correlator.write(out);
        long written = processor();
        System.out.printf("%18s state of %d MiB written in %.2f s", "", out.size() >> 20, (written - began) / 1e9);
        if (correlator.groups() <= 200_000) {
            Correlator again = new Correlator(rules.correlations(), settings);
            again.read(new ByteArrayInputStream(out.toByteArray()));
            System.out.printf(", read in %.2f s", (processor() - written) / 1e9);
        }
        System.out.println();
    }

    private static EventView view(int user, int round) {
        return EventView.of(
                SOURCE,
                "{\"what\":\"failed\",\"user\":\"user-%07d\",\"host\":\"host-%d\",\"n\":%d}"
                        .formatted(user, round, round));
    }

    /** Of this thread: others may use the machine too. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
