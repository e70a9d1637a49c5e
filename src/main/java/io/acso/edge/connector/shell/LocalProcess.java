package io.acso.edge.connector.shell;

import io.acso.edge.connector.command.Capture;
import io.acso.edge.connector.command.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * One process on this machine, in a session and a directory of its own, which both end with it: its whole group is
 * killed when it has ended or has had its time.
 */
final class LocalProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path KILL = Path.of("/bin/kill");
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final int most;

    /** @param most bytes of each stream that are kept */
    LocalProcess(int most) {
        this.most = most;
    }

    Ran run(List<String> words, Duration timeout) {
        Path directory;
        Process process;
        try {
            directory = Files.createTempDirectory("script-");
            process = start(words, directory);
        } catch (IOException e) {
            return new Ran.NotBegun("the script could not be started: " + e.getMessage(), false);
        }
        try {
            return awaited(process, timeout);
        } finally {
            swept(directory);
        }
    }

    private static Process start(List<String> words, Path directory) throws IOException {
        List<String> all = new ArrayList<>(words);
        if (Files.isExecutable(SETSID)) {
            all.addFirst(SETSID.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(Map.of(
                "PATH",
                "/usr/local/bin:/usr/bin:/bin",
                "HOME",
                directory.toString(),
                "TMPDIR",
                directory.toString(),
                "LANG",
                "C.UTF-8"));
        return builder.start();
    }

    private Ran awaited(Process process, Duration timeout) {
        Capture out = new Capture(most);
        Capture err = new Capture(most);
        Thread reader = reading(process.getInputStream(), out);
        Thread other = reading(process.getErrorStream(), err);
        try {
            if (!ended(process, timeout)) {
                return new Ran.Lost("the script did not end within " + timeout + " and was killed");
            }
            reader.join(LAST_WORDS);
            other.join(LAST_WORDS);
            return new Ran.Ended(process.exitValue(), out.text(), err.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ran.Lost("interrupted while the script ran; it was killed");
        }
    }

    private static boolean ended(Process process, Duration timeout) throws InterruptedException {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            end(process);
        }
    }

    private static Thread reading(InputStream from, Capture to) {
        return Thread.ofVirtual().start(() -> {
            try (from) {
                from.transferTo(to);
            } catch (IOException e) {
                // The process was killed; what it wrote until then is kept.
            }
        });
    }

    /** It leads its group, so the group has its number. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (Files.isExecutable(SETSID) && Files.isExecutable(KILL)) {
            try {
                new ProcessBuilder(KILL.toString(), "-KILL", "--", "-" + process.pid())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (IOException e) {
                throw new IllegalStateException("what the script left running could not be killed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void swept(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            System.getLogger(LocalProcess.class.getName())
                    .log(System.Logger.Level.WARNING, "a script's directory stays behind: " + directory, e);
        }
    }
}
