package io.acso.core.intelligence;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Indicators on the whole way: writes a list of so many (ten million by default), reads it, says what heap is used
 * after a collection, and looks up: what is there, what is not, and every text of real records where a file of them is
 * named. Checks that each value is found. Rates are by processor time of the one thread.
 */
public final class IndicatorsBench {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LOOKUPS = 1_000_000;

    private IndicatorsBench() {}

    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        Path list = Files.createTempFile("acso-indicators-", ".txt");
        try {
            write(list, count);
            long before = used();
            long start = System.nanoTime();
            IndicatorFiles.Loaded loaded = IndicatorFiles.load(List.of(list));
            double seconds = seconds(start);
            IndicatorSet set = loaded.indicators();
            say("list: %,d lines, %,d MiB; JVM may have %,d MiB", count, Files.size(list) >> 20, max());
            say("read: %,d indicators in %.1f s, %,.0f a second", set.size(), seconds, set.size() / seconds);
            say(
                    "heap after a collection: %,d MiB more than before, of it pages and table %,d MiB",
                    (used() - before) >> 20, set.bytes() >> 20);
            every(set, count);
            lookups(set, count);
            if (args.length > 1) {
                records(set, Path.of(args[1]));
            }
        } finally {
            Files.delete(list);
        }
    }

    private static void write(Path list, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(list)) {
            for (int i = 0; i < count; i++) {
                out.write(GeneratedFeeds.value(i));
                out.newLine();
            }
        }
    }

    /** None is lost: each value that was written is found. */
    private static void every(IndicatorSet set, int count) {
        long start = System.nanoTime();
        long lost = 0;
        for (int i = 0; i < count; i++) {
            lost += set.lookup(GeneratedFeeds.value(i), AT).isEmpty() ? 1 : 0;
        }
        say("each looked up: %,d lost, %.1f s with making the values", lost, seconds(start));
    }

    private static void lookups(IndicatorSet set, int count) {
        for (int round = 1; round <= 5; round++) {
            List<String> there = values(count, 7_919L * round);
            List<String> not = values(count, count + 7_919L * round);
            say("%,.0f lookups/s of what is there, %,.0f of what is not", rate(set, there), rate(set, not));
        }
    }

    private static List<String> values(int count, long first) {
        List<String> values = new ArrayList<>(LOOKUPS);
        for (long i = 0; i < LOOKUPS; i++) {
            long number = first < count ? (first + i * 104_729) % count : first + i;
            values.add(GeneratedFeeds.value(number));
        }
        return values;
    }

    private static double rate(IndicatorSet set, List<String> values) {
        long start = cpu();
        long found = 0;
        for (String value : values) {
            found += set.lookup(value, AT).isEmpty() ? 0 : 1;
        }
        long nanos = cpu() - start;
        say("  %,d of %,d are covered", found, values.size());
        return values.size() * 1e9 / nanos;
    }

    private static void records(IndicatorSet set, Path file) throws IOException {
        List<String> records = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            in.lines().forEach(records::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (int round = 0; round < 20; round++) {
            long start = cpu();
            long found = 0;
            for (String record : records) {
                found += set.match(record, AT).size();
            }
            say("records: %,.0f events/s (%,d found)", records.size() * 1e9 / (cpu() - start), found);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long max() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
