package io.acso.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code acso detect … | head -1}. */
class DetectOutputClosedTest {

    private static final byte[] EVENTS =
            "{\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"ListUsers\",\"eventTime\":\"x\"}\n"
                    .repeat(1_000)
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void when_nobody_reads_any_more_it_ends_and_says_nothing() throws Exception {
        Path errors = directory.resolve("errors");
        Process detect = start(errors);
        Thread.ofPlatform().daemon().start(() -> feed(detect.getOutputStream()));
        try {
            try (BufferedReader out = detect.inputReader()) {
                assertThat(out.readLine()).contains("\"title\":\"Anything\"");
            }
            assertThat(detect.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
            assertThat(detect.exitValue()).isZero();
            assertThat(errors).isEmptyFile();
        } finally {
            detect.destroyForcibly();
        }
    }

    private Process start(Path errors) throws IOException {
        Path rules = Files.writeString(directory.resolve("rule.yml"), """
                title: Anything
                id: 11111111-2222-3333-4444-555555555555
                logsource: {product: aws, service: cloudtrail}
                detection:
                  selection: {eventName|exists: true}
                  condition: selection
                """);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acso.class.getName(),
                        "detect",
                        "--rules",
                        rules.toString(),
                        "-")
                .redirectError(errors.toFile())
                .start();
    }

    /** Without end, until nobody takes it. */
    @SuppressWarnings("InfiniteLoopStatement")
    private static void feed(OutputStream events) {
        try (events) {
            while (true) {
                events.write(EVENTS);
            }
        } catch (IOException e) {
            // it has ended
        }
    }
}
