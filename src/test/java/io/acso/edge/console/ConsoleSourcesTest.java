package io.acso.edge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's own checks, as {@code npm run} knows them: its types, and the tests of its parts. */
class ConsoleSourcesTest {

    private static final Path CONSOLE = Path.of("console");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void the_console_passes(String script) throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(CONSOLE.resolve("node_modules/.bin/tsc")),
                "the console's packages are not installed here: " + Console.CURE);
        Process npm = new ProcessBuilder("npm", "run", "--silent", script)
                .directory(CONSOLE.toFile())
                .redirectErrorStream(true)
                .start();
        CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> read(npm));
        boolean ended = npm.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        npm.destroyForcibly();
        assertThat(ended).as("npm run %s ends", script).isTrue();
        assertThat(npm.exitValue()).as(said.join()).isZero();
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
