package io.acso.platform.durability;

import io.acso.platform.durability.embedded.Settings;
import io.acso.platform.durability.embedded.SqliteDurability;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
        Path under = args.length > 1 ? Path.of(args[1]) : Path.of(System.getProperty("java.io.tmpdir"));
        System.out.printf("1 KB messages, send to acknowledged, %d a run, in %s%n", messages, under);
        for (int producers : new int[] {1, 4, 32}) {
            long[] rates = new long[RUNS];
            long processor = 0;
            for (int run = 0; run <= RUNS; run++) {
                long before = processorNanos();
                long rate = run(under, producers, messages);
                if (run > 0) { // the first warms up
                    rates[run - 1] = rate;
                    processor += processorNanos() - before;
                }
            }
            System.out.printf(
                    "%2d producers: %,d messages/s (median of %d; %,d to %,d), %.1f µs of processor time each%n",
                    producers,
                    sorted(rates)[RUNS / 2],
                    RUNS,
                    sorted(rates)[0],
                    sorted(rates)[RUNS - 1],
                    processor / 1000.0 / messages / RUNS);
        }
    }

    private static long run(Path under, int producers, int messages) throws Exception {
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
            return Math.round(messages / ((System.nanoTime() - began) / 1e9));
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

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long[] sorted(long[] values) {
        return java.util.Arrays.stream(values).sorted().toArray();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
