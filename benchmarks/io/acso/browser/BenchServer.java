package io.acso.browser;

import io.acso.edge.client.Api;
import io.acso.edge.demo.DemoPlatform;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The whole server with the demo's incidents in a process of its own, so that its processor time can be told apart. */
final class BenchServer implements AutoCloseable {

    private static final String READY = "ready ";

    private final Process process;
    private final URI url;
    private final String token;

    private BenchServer(Process process, URI url, String token) {
        this.process = process;
        this.url = url;
        this.token = token;
    }

    /** Returns when its incidents are there. It has the flags of this JVM. */
    static BenchServer start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchServer.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] said = process.inputReader()
                .lines()
                .filter(line -> line.startsWith(READY))
                .findFirst()
                .orElseThrow(() -> new IOException("the server did not start; why is above"))
                .split(" ");
        return new BenchServer(process, URI.create(said[1]), said[2]);
    }

    URI url() {
        return url;
    }

    String token() {
        return token;
    }

    Api api() {
        return new Api(url, token);
    }

    /** The processor time it has used so far, of all its threads. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** It ends when nobody holds its input any more. */
    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }

    /** What runs in the process. */
    public static void main(String[] args) throws Exception {
        Path root = Files.createTempDirectory("acso-api-bench-");
        try (DemoPlatform platform = DemoPlatform.start(root, 0, BenchSettings.UNLIMITED)) {
            DemoData.fill(platform, Instant.now());
            String token = Files.readString(platform.data().resolve("token")).strip();
            System.out.println(READY + platform.url() + " " + token);
            while (System.in.read() >= 0) {
                // Nothing is said to it but that it may end.
            }
        }
        System.exit(0);
    }
}
