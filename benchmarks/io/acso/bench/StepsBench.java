package io.acso.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.PlaybookLibrary;
import io.acso.platform.content.ContentSnapshot;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * Durable steps a second of a playbook of five steps in a row, so many executions at once, in the production wiring:
 * the agents and their queues, SQLite, the gate with the shipped policies.
 */
public final class StepsBench {

    private static final int PATIENCE_SECONDS = 120;
    private static final List<String> PEERS = List.of("db-scheduler", "dbos");

    private StepsBench() {}

    /** Takes how many executions, and which of control, acting, db-scheduler, dbos; all when it names none. */
    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int executions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
        Set<String> which =
                Set.of(arguments.length > 1 ? arguments[1].split(",") : "control,acting,db-scheduler,dbos".split(","));
        Optional<Postgres> postgres = which.stream().anyMatch(PEERS::contains) ? Postgres.start() : Optional.empty();
        try {
            for (int concurrency : new int[] {8, 64}) {
                for (String own : List.of("control", "acting")) {
                    if (which.contains(own)) {
                        once(own.equals("acting"), executions, concurrency, false);
                        once(own.equals("acting"), executions, concurrency, true);
                    }
                }
                for (String peer : PEERS) {
                    if (which.contains(peer)) {
                        peer(postgres, peer, executions, concurrency);
                    }
                }
            }
        } finally {
            if (postgres.isPresent()) {
                postgres.get().close();
            }
        }
        System.exit(0);
    }

    private static void peer(Optional<Postgres> postgres, String peer, int executions, int concurrency)
            throws Exception {
        if (postgres.isEmpty()) {
            System.out.println(peer + " needs PostgreSQL, which is not in /usr/lib/postgresql: apt install postgresql");
            return;
        }
        try (HikariDataSource pool = postgres.get().pool(Math.min(concurrency + 8, 64));
                Peers.Five five = peer.equals("dbos") ? Peers.dbos(pool) : Peers.scheduler(pool, concurrency)) {
            for (int round = 0; round < 2; round++) {
                Semaphore room = new Semaphore(concurrency);
                String prefix = peer + concurrency + round + "-";
                long began = System.nanoTime();
                begin(executions, concurrency, room, run -> {
                    five.run(prefix + run);
                    room.release();
                });
                double seconds = (System.nanoTime() - began) / 1e9;
                if (round == 1) {
                    double rate = executions * BenchContent.STEPS / seconds;
                    System.out.printf("%-12s %3d at once: %,8.0f steps/s, on PostgreSQL%n", peer, concurrency, rate);
                }
            }
        }
    }

    interface One {
        void execution(int run) throws Exception;
    }

    private static void once(boolean acting, int executions, int concurrency, boolean print) throws Exception {
        int kinds = 1 + executions / BenchContent.RUNS_OF_A_KIND;
        ContentSnapshot content =
                BenchContent.of(acting ? BenchContent.acting(Math.max(kinds, concurrency)) : BenchContent.control());
        List<Playbook> playbooks = new ArrayList<>(PlaybookLibrary.load(content.below("playbooks/", ".json"))
                .byId()
                .values());
        Path directory = Files.createTempDirectory("acso-steps-");
        Semaphore room = new Semaphore(concurrency);
        Counts counts = new Counts("ExecutionEnded", room::release);
        Nobody nobody = new Nobody(Set.copyOf(acting ? BenchContent.kinds(Math.max(kinds, concurrency)) : List.of()));
        try (Rig rig = Rig.start(directory, content, List.of(nobody), concurrency, counts)) {
            long syncs = rig.kept.syncs();
            double cpu = cpuNanos();
            long began = System.nanoTime();
            begin(
                    executions,
                    concurrency,
                    room,
                    run -> Begin.execution(rig.kept, playbooks.get(run % playbooks.size()), "run-" + run));
            patiently(room, concurrency);
            double seconds = (System.nanoTime() - began) / 1e9;
            double used = cpuNanos() - cpu;
            if (print) {
                System.out.printf(
                        "%-12s %3d at once: %s%n",
                        acting ? "full path" : "control",
                        concurrency,
                        line(executions, seconds, used, counts, rig.kept.syncs() - syncs));
            }
        } finally {
            Rig.delete(directory);
        }
    }

    /** Each of so many callers asks for the next execution when there is room for one. */
    static void begin(int executions, int callers, Semaphore room, One one) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Future<Void>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                all.add(threads.submit(() -> {
                    for (int run = next.getAndIncrement(); run < executions; run = next.getAndIncrement()) {
                        patiently(room, 1);
                        one.execution(run);
                    }
                    return null;
                }));
            }
        }
        for (Future<Void> caller : all) {
            caller.get();
        }
    }

    private static void patiently(Semaphore room, int permits) throws InterruptedException {
        if (!room.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("an execution has not ended in " + PATIENCE_SECONDS + " s");
        }
    }

    private static String line(int executions, double seconds, double cpuNanos, Counts counts, long syncs) {
        double steps = (double) executions * BenchContent.STEPS;
        return "%,8.0f steps/s; a step: %.0f µs of processor, %.2f commits, %.2f receives, %.2f fsyncs, %.2f gate calls, %.2f reads; %d conflicts"
                .formatted(
                        steps / seconds,
                        cpuNanos / 1e3 / steps,
                        counts.commits.sum() / steps,
                        (counts.receives.sum() + counts.empty.sum()) / steps,
                        syncs / steps,
                        counts.decisions.sum() / steps,
                        counts.reads.sum() / steps,
                        counts.conflicts.sum());
    }

    /** Of this process: what other work on the machine does not change. */
    private static double cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
