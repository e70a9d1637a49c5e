package io.acso.testsupport;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Emulators that nobody here wrote, as child processes on loopback, one per test JVM, stopped at its end. */
public final class Emulators {
    private static final String LOOPBACK = "127.0.0.1";
    private static @Nullable URI moto;

    private Emulators() {}

    /** Where moto answers for AWS; the test is skipped where {@code moto_server} is not on the PATH. */
    public static synchronized URI moto() {
        if (moto == null) {
            Optional<Path> program = onPath("moto_server");
            Assumptions.assumeTrue(program.isPresent(), "moto_server is not on the PATH (pip install 'moto[server]')");
            moto = start(program.orElseThrow());
        }
        return moto;
    }

    private static URI start(Path program) {
        int port = freePort();
        Path log = Path.of("target", "moto-" + port + ".log");
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(program.toString(), "-H", LOOPBACK, "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            await("moto, whose output is in " + log)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .failFast("moto_server ended, see " + log, () -> !process.isAlive())
                    .until(() -> answers(port));
            return URI.create("http://" + LOOPBACK + ":" + port);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
