package io.acso.platform.durability;

import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Durable messages a second through one queue: 1 KB each, every one sent by a commit of its own that its producer waits
 * for, received and acknowledged in batches by one consumer. It counts from the first send to the last acknowledgement.
 * Arguments: how many messages a run sends, and the directory to run in (its disk is measured).
 */
public final class QueueBench {

    private static final int RUNS = 5;
    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String BODY = "{\"text\":\"" + "x".repeat(1010) + "\"}";

    private QueueBench() {}

    public static void main(String[] args) throws Exception {
        int messages = Integer.parseInt(args[0]);
        int[] counts = args.length < 2
                ? new int[] {1, 4, 32}
                : Arrays.stream(args[1].split(",")).mapToInt(Integer::parseInt).toArray();
        Path under = Path.of(args.length < 3 ? System.getProperty("java.io.tmpdir") : args[2]);
        System.out.printf("1 KB messages, send to acknowledged, %d a run, in %s%n", messages, under);
        for (int producers : counts) {
            long[] rates = new long[RUNS];
            long writing = 0;
            for (int run = 0; run <= RUNS; run++) {
                Measured measured = run(under, producers, messages);
                if (run > 0) { // the first warms up
                    rates[run - 1] = measured.rate;
                    writing += measured.writerNanos;
                }
            }
            System.out.printf(
                    "%2d producers: %,d messages/s (median of %d; %,d to %,d), %.1f µs of the writer's processor time each%n",
                    producers,
                    sorted(rates)[RUNS / 2],
                    RUNS,
                    sorted(rates)[0],
                    sorted(rates)[RUNS - 1],
                    writing / 1000.0 / messages / RUNS);
        }
    }

    private record Measured(long rate, long writerNanos) {}

    private static Measured run(Path under, int producers, int messages) throws Exception {
        Path directory = Files.createTempDirectory(under, "acso-queue-bench");
        try (SqliteDurability durability = SqliteDurability.open(directory, Clock.systemUTC(), Settings.defaults());
                ExecutorService threads = Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("producer-", 0).factory())) {
            AtomicInteger next = new AtomicInteger();
            long began = System.nanoTime();
            for (int i = 0; i < producers; i++) {
                threads.execute(() -> produce(durability, next, messages));
            }
            consume(durability, messages);
            long rate = Math.round(messages / ((System.nanoTime() - began) / 1e9));
            return new Measured(rate, writerNanos());
        } finally {
            delete(directory);
        }
    }

    private static void produce(Durability durability, AtomicInteger next, int messages) {
        int number = next.getAndIncrement();
        while (number < messages) {
            Message message = new Message(
                    "message-" + Integer.toHexString(Integer.reverse(number)) + "-" + number,
                    "io.acso.task",
                    null,
                    Message.Priority.NORMAL,
                    "incident-1",
                    null,
                    1,
                    BODY);
            durability.commit(Commit.builder().send("bench", message).build());
            number = next.getAndIncrement();
        }
    }

    private static void consume(Durability durability, int messages) throws InterruptedException {
        TaskQueue queue = durability.queue("bench");
        int handled = 0;
        while (handled < messages) {
            List<Delivery> lent = queue.receive(BATCH, LEASE);
            if (lent.isEmpty()) {
                queue.await(LEASE);
                continue;
            }
            durability.commit(Commit.builder()
                    .addAll(lent.stream().map(Commit.Acknowledge::new).toList())
                    .build());
            handled += lent.size();
        }
    }

    private static long writerNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().equals("durability-writer"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static long[] sorted(long[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
