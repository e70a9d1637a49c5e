package io.acso.assembly;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Start-up and memory: starts {@code acso up} on a fresh data directory several times and measures the time until it
 * says that it is up, and the process's resident memory ten seconds later. Linux only.
 */
public final class StartBench {

    private static final int RUNS = 5;

    private StartBench() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        long[] millis = new long[RUNS];
        long[] kilobytes = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            Path data = Files.createTempDirectory("acso-start-");
            long began = System.nanoTime();
            Process process = new ProcessBuilder(
                            home.resolve("acso").toString(),
                            "up",
                            "--data-dir",
                            data.resolve("data").toString(),
                            "--port",
                            "0")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = out.readLine();
                while (line != null && !line.contains("The platform is up")) {
                    line = out.readLine();
                }
                millis[run] = (System.nanoTime() - began) / 1_000_000;
                TimeUnit.SECONDS.sleep(10);
                kilobytes[run] = resident(process.toHandle());
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                process.waitFor(30, TimeUnit.SECONDS);
                try (Stream<Path> files = Files.walk(data)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        }
        print("acso up until it answers, ms", millis);
        print(
                "resident memory 10 s later, MB",
                Arrays.stream(kilobytes).map(kb -> kb / 1024).toArray());
    }

    private static long resident(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(StartBench::rss)
                .max()
                .orElse(0);
    }

    private static long rss(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (java.io.IOException e) {
            return 0;
        }
    }

    private static void print(String what, long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%-32s min %d  median %d  max %d%n",
                what, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
