package io.acso.browser;

import io.acso.edge.demo.DemoPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A real server with its console, and who looks at it. The shared one holds the demo data and ends with the JVM. */
final class Stage implements AutoCloseable {

    private static volatile Stage shared;

    private final DemoPlatform platform;

    private Stage(DemoPlatform platform) {
        this.platform = platform;
    }

    /** Skips or fails the test that asks where there is no browser or no console. */
    static synchronized Stage shared() {
        if (shared == null) {
            Stage stage = fresh();
            DemoData.fill(stage.platform, Instant.now());
            shared = stage;
        }
        return shared;
    }

    /** A platform that has just been installed. */
    static Stage fresh() {
        Theatre.browser();
        Console.required();
        try {
            Path parent = Files.createDirectories(Path.of("target", "platforms").toAbsolutePath());
            return new Stage(DemoPlatform.start(Files.createTempDirectory(parent, "browser-"), 0, Map.of()));
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

    Visitor nobody(Screen screen) {
        return new Visitor(console(), screen, null);
    }

    @Override
    public void close() {
        platform.close();
    }
}
