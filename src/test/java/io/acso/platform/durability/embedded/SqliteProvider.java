package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.util.FileSystemUtils;

/** SQLite in a directory that is made for the test and deleted after it. */
public final class SqliteProvider implements DurabilityProvider {

    static final Settings SETTINGS = Settings.defaults()
            .withBackoff(BACKOFF_BASE, BACKOFF_MOST)
            .withMaxAttempts(MAX_ATTEMPTS)
            .withPulse(Duration.ofMillis(5));

    private final Path directory = temporary();

    @Override
    public Durability open(InstantSource clock, Duration indexLag) {
        return SqliteDurability.open(directory, clock, SETTINGS.withIndexLag(indexLag));
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("acso-durability");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
