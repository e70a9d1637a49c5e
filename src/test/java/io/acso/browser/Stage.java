package io.acso.browser;

import io.acso.edge.demo.DemoPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real server with its console, and who looks at it. The shared one holds the demo data and ends with the JVM. */
final class Stage implements AutoCloseable {

    private static volatile Stage shared;

    /** How long a proof counts as fresh here: short enough to wait for its end. */
    static final Duration STEP_UP = Duration.ofSeconds(5);

    private final DemoPlatform platform;
    private @Nullable Account alice;

    private Stage(DemoPlatform platform) {
        this.platform = platform;
    }

    /** Skips or fails the test that asks where there is no browser or no console. */
    static synchronized Stage shared() {
        if (shared == null) {
            Stage stage = start(Map.of("acso.identity.step-up", STEP_UP.toString()));
            // Whoever comes first makes the link of the set-up void: the demo data brings people too.
            stage.alice();
            DemoData.fill(stage.platform, Instant.now());
            shared = stage;
        }
        return shared;
    }

    /** A platform that has just been installed. */
    static Stage fresh() {
        return start(Map.of());
    }

    /** One that has just been installed, with settings of a test's own. */
    static Stage with(Map<String, String> settings) {
        return start(settings);
    }

    private static Stage start(Map<String, String> settings) {
        Theatre.browser();
        Console.required();
        try {
            Path parent = Files.createDirectories(Path.of("target", "platforms").toAbsolutePath());
            return new Stage(DemoPlatform.start(Files.createTempDirectory(parent, "browser-"), 0, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its name, since a passkey belongs to one. */
    URI console() {
        return URI.create("http://localhost:" + platform.url().getPort());
    }

    DemoPlatform platform() {
        return platform;
    }

    /** What the start of the platform prints as a link. */
    String setupToken() {
        try {
            return Files.readString(platform.data().resolve("setup-token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("nobody waits to be set up", e);
        }
    }

    /** Who has everything to do: the administrator, signed in. */
    Account alice() {
        if (alice == null) {
            alice = Account.first(this, "alice", "Alice Ardagh");
        }
        return alice;
    }

    /** The administrator at a screen. */
    Visitor signedIn(Screen screen) {
        return new Visitor(console(), screen, alice().state());
    }

    Visitor visitor(Screen screen, Account who) {
        return new Visitor(console(), screen, who.state());
    }

    Visitor nobody(Screen screen) {
        return new Visitor(console(), screen, null);
    }

    @Override
    public void close() {
        platform.close();
    }
}
