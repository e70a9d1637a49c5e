package io.acso.platform.durability.embedded;

import io.acso.platform.durability.embedded.Readers.Reading;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Index reads from a snapshot that is up to {@code lag} old, as a distributed index would answer: callers that cannot
 * live with that fail in tests here, not later on AWS.
 */
final class LaggingIndex implements AutoCloseable {

    private final Session snapshot;
    private final InstantSource clock;
    private final Duration lag;
    private Instant taken;

    LaggingIndex(Session snapshot, InstantSource clock, Duration lag) throws SQLException {
        this.snapshot = snapshot;
        this.clock = clock;
        this.lag = lag;
        this.taken = take();
    }

    synchronized <T> T read(Reading<T> reading) throws SQLException {
        if (!clock.instant().isBefore(taken.plus(lag))) {
            snapshot.update("COMMIT");
            taken = take();
        }
        return reading.from(snapshot);
    }

    private Instant take() throws SQLException {
        Instant now = clock.instant();
        snapshot.update("BEGIN");
        // SQLite takes the snapshot with the first read.
        snapshot.any("SELECT 1 FROM record LIMIT 1");
        return now;
    }

    @Override
    public synchronized void close() {
        snapshot.close();
    }
}
