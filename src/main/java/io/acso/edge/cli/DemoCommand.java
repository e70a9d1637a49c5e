package io.acso.edge.cli;

import io.acso.edge.demo.Demo;
import io.acso.edge.demo.DemoResult;
import io.acso.edge.demo.DemoSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays an attack to a platform of its own, from the first event to the report. */
@Command(
        name = "demo",
        description = {
            "Plays a recorded attack to a platform of its own and tells what that does about it.",
            "The AWS account it acts on is a stand-in on this machine. Keeps the report and the evidence in",
            "./acso-demo-TIME and nothing else."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand extends Verb {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Option(names = "--events", paramLabel = "FILE", description = "Plays this instead of the bundled attack.")
    private @Nullable Path events;

    @Option(names = "--no-input", description = "Asks nobody: a policy made for the demo approves.")
    private boolean noInput;

    @Override
    public Integer call() throws IOException {
        if (!noInput && !terminal().present()) {
            throw new WrongUsage("without a terminal nobody can be asked to approve: give --no-input");
        }
        if (events != null && !Files.isReadable(events)) {
            throw new BadInput(events + ": there is no such file, or it cannot be read");
        }
        InstantSource clock = InstantSource.system();
        Path kept =
                Path.of("acso-demo-" + NAME.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault())));
        DemoSettings settings =
                new DemoSettings(events, noInput, kept, canvas(), terminal().present());
        DemoResult result = new Demo(settings, terminal()::agrees, clock).run(this::start);
        if (json()) {
            print(result);
        }
        return result.ledger().verified() ? DONE : CHECK_FAILED;
    }

    private Demo.Running start(Path dataDirectory, Map<String, String> settings) {
        note("starting a platform of its own");
        Platform platform = ServiceLoader.load(Platform.class)
                .findFirst()
                .orElseThrow(() -> new BadInput("this build has no server: build it anew with 'acso build'"));
        try {
            Platform.Running running = platform.start(dataDirectory, 0, false, settings);
            return new OwnPlatform(
                    running, Files.readString(dataDirectory.resolve("token")).strip());
        } catch (Platform.CannotStart e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new BadInput("the platform left no token in " + dataDirectory, e);
        }
    }

    private record OwnPlatform(Platform.Running running, String token) implements Demo.Running {
        @Override
        public URI url() {
            return running.url();
        }

        @Override
        public String toString() {
            return "OwnPlatform[" + url() + "]";
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
