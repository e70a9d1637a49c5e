package io.acso.edge.cli;

import io.acso.edge.console.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the platform for good. */
@Command(
        name = "up",
        description = "Starts the platform on this machine and keeps it running until it is stopped.",
        mixinStandardHelpOptions = true)
final class UpCommand extends Verb {

    private static final String SETUP = "setup-token";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where everything is kept; made when missing. Else $ACSO_DATA_DIR, else ${DEFAULT-VALUE}.",
            defaultValue = "${env:ACSO_DATA_DIR:-acso-data}")
    private Path dataDirectory = Path.of("acso-data");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "0 takes a free one. Default: ${DEFAULT-VALUE}.",
            defaultValue = "7443")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Of this machine, to answer at; 0.0.0.0 for all. Any but a loopback address speaks TLS alone."
                    + " Default: ${DEFAULT-VALUE}.",
            defaultValue = "127.0.0.1")
    private String address = "127.0.0.1";

    @Option(names = "--rehearse", hidden = true, description = "Stops once it is up: the launcher's training run.")
    private boolean rehearse;

    @Override
    public Integer call() throws InterruptedException {
        Platform platform = ServiceLoader.load(Platform.class)
                .findFirst()
                .orElseThrow(() -> new BadInput("this build has no server: build it anew with 'acso build'"));
        note("starting on " + dataDirectory.toAbsolutePath().normalize());
        Platform.Running running;
        try {
            running = platform.start(
                    dataDirectory.toAbsolutePath().normalize(),
                    port,
                    !rehearse && !terminal().present(),
                    Map.of("server.address", address));
        } catch (Platform.CannotStart e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
        if (rehearse) {
            running.close();
            return DONE;
        }
        if (json()) {
            print(new RunningServer(
                    running.url(),
                    ProcessHandle.current().pid(),
                    running.certificate().map(Platform.Certificate::file).orElse(null)));
        } else {
            announce(running);
        }
        new CountDownLatch(1).await();
        return DONE;
    }

    private void announce(Platform.Running running) {
        URI url = running.url();
        Path directory = dataDirectory.normalize();
        say("The platform is up. Ctrl-C stops it.");
        setupToken().ifPresent(token -> {
            say("  Set up your account, once, in a browser on this machine:");
            say("         " + url.getScheme() + "://localhost:" + url.getPort() + "/setup#token=" + token);
        });
        say("  console " + (Console.present() ? Console.at(url) : "none: " + Console.CURE));
        say("  API     " + url + "/api/v1");
        running.certificate().ifPresent(shown -> say("  TLS     SHA-256 " + shown.fingerprint()));
        say("  token   " + directory.resolve("token") + " (header: Authorization: Bearer …)");
        say("  logs    " + directory.resolve("logs"));
        say("Try in another terminal:");
        say("  acso status --data-dir " + directory);
        say("  acso ingest --data-dir " + directory + " FILE");
    }

    /** There is one as long as nobody has an account; it is shown to whoever may read the data directory anyway. */
    private Optional<String> setupToken() {
        try {
            return Optional.of(Files.readString(dataDirectory.resolve(SETUP)).strip());
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
