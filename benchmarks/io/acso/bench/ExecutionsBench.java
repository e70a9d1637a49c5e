package io.acso.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.acso.agent.casebook.Casebook;
import io.acso.agent.casebook.ExecutionRecord;
import io.acso.core.playbook.Playbook;
import io.acso.core.playbook.PlaybookLibrary;
import io.acso.platform.content.ContentSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Many executions that wait for an approval: what they cost in memory, how soon a process that was killed with them is
 * back at work, and how long it takes to find one. One process makes them and is killed; another opens what it left.
 */
public final class ExecutionsBench {

    private static final int CALLERS = 64;
    private static final int LOOKS = 1_000;
    private static final int PATIENCE_SECONDS = 600;

    private ExecutionsBench() {}

    /** Takes how many executions; or, in the processes that it starts, what to do, on which directory, how many. */
    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        switch (arguments[0]) {
            case "fill" -> fill(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "recover" -> recover(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            default -> both(arguments[0]);
        }
        System.exit(0);
    }

    private static void both(String executions) throws Exception {
        Path directory = Files.createTempDirectory("acso-executions-");
        try {
            follow(child("fill", directory, executions));
            follow(child("recover", directory, executions));
        } finally {
            Rig.delete(directory);
        }
    }

    private static Process child(String what, Path directory, String executions) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExecutionsBench.class.getName(),
                        what,
                        directory.toString(),
                        executions)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Prints what it says; one that has done its work and goes on running is killed. */
    private static void follow(Process child) throws IOException, InterruptedException {
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("full")) {
                    child.toHandle().destroyForcibly();
                } else {
                    System.out.println(line);
                }
            }
        }
        child.waitFor();
    }

    private static ContentSnapshot content() {
        return BenchContent.of(BenchContent.asking());
    }

    private static void fill(Path directory, int executions) throws Exception {
        ContentSnapshot content = content();
        Playbook playbook = PlaybookLibrary.load(content.below("playbooks/", ".json"))
                .byId()
                .values()
                .iterator()
                .next();
        Semaphore asked = new Semaphore(0);
        Counts counts = new Counts("ApprovalRequested", asked::release);
        Nobody nobody = new Nobody(Set.of(BenchContent.ASKING));
        Rig rig = Rig.start(directory, content, List.of(nobody), 8, counts);
        run(rig, playbook, 0, CALLERS, asked);
        long before = used();
        run(rig, playbook, CALLERS, executions, asked);
        long after = used();
        System.out.printf(
                "%,d executions wait for an approval: %.1f MB more memory in use, %,d MB on disk%n",
                executions, (after - before) / 1e6, size(directory) / 1_000_000);
        System.out.println("full");
        new Semaphore(0).acquire();
    }

    private static void run(Rig rig, Playbook playbook, int from, int to, Semaphore asked) throws Exception {
        StepsBench.begin(
                to - from,
                CALLERS,
                new Semaphore(to - from),
                run -> Begin.execution(rig.kept, playbook, "run-" + (from + run)));
        if (!asked.tryAcquire(to - from, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not all are asked about in " + PATIENCE_SECONDS + " s");
        }
    }

    /** From opening the directory until something new is done: one more is begun and asked about. */
    private static void recover(Path directory, int executions) throws Exception {
        ContentSnapshot content = content();
        Playbook playbook = PlaybookLibrary.load(content.below("playbooks/", ".json"))
                .byId()
                .values()
                .iterator()
                .next();
        Semaphore asked = new Semaphore(0);
        long began = System.nanoTime();
        Rig rig = Rig.start(
                directory,
                content,
                List.of(new Nobody(Set.of(BenchContent.ASKING))),
                8,
                new Counts("ApprovalRequested", asked::release));
        run(rig, playbook, executions, executions + 1, asked);
        System.out.printf("back at work after the kill in %.1f s%n", (System.nanoTime() - began) / 1e9);
        Casebook casebook = new Casebook(rig.durability.records());
        List<Long> micros = new ArrayList<>();
        Random random = new Random(1);
        for (int look = 0; look < LOOKS; look++) {
            String id = Begin.id("run-" + random.nextInt(executions));
            long start = System.nanoTime();
            boolean waits = casebook.execution(id)
                    .filter(held -> held.value().status().equals(ExecutionRecord.AWAITING_APPROVAL))
                    .isPresent();
            micros.add((System.nanoTime() - start) / 1_000);
            if (!waits) {
                throw new IllegalStateException(id + " is lost");
            }
        }
        micros.sort(null);
        System.out.printf(
                "finding one: p50 %.2f ms, p99 %.2f ms%n",
                micros.get(LOOKS / 2) / 1e3, micros.get(LOOKS * 99 / 100) / 1e3);
        rig.close();
    }

    /** What is left of the heap when all garbage is gone. */
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long size(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
