package io.acso.platform.journal.embedded;

import io.acso.domain.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The one transaction at a time that adds to a day's file. Used by the writer's thread alone. */
final class DayWriter implements AutoCloseable {

    private final DayFile file;
    private final DayFiles files;
    private final Connection connection;
    private final PreparedStatement claim;
    private final PreparedStatement insert;
    private final List<Batch> written = new ArrayList<>();
    private long end;

    DayWriter(DayFile file, DayFiles files) throws SQLException {
        this.file = file;
        this.files = files;
        this.connection = file.database().writing();
        this.claim = connection.prepareStatement("INSERT OR IGNORE INTO event VALUES (?, ?)");
        this.insert = connection.prepareStatement("INSERT INTO batch VALUES (?, ?, ?, ?)");
        this.end = file.end();
    }

    DayFile file() {
        return file;
    }

    /** Adds what is new of the row and tells how many that were. */
    int add(EncodedBatch row) throws SQLException {
        List<Event> fresh = new ArrayList<>(row.events().size());
        for (Event event : row.events()) {
            if (claim(EventKey.of(event.id()), end + fresh.size())) {
                fresh.add(event);
            }
        }
        if (!fresh.isEmpty()) {
            // Nearly always all are new, and the body that the caller has compressed is the one to store.
            store(
                    fresh,
                    fresh.size() == row.events().size()
                            ? row.body()
                            : EncodedBatch.of(fresh).body());
        }
        return fresh.size();
    }

    private boolean claim(byte[] key, long position) throws SQLException {
        if (files.olderHas(key)) {
            return false;
        }
        claim.setBytes(1, key);
        claim.setLong(2, position);
        return claim.executeUpdate() == 1;
    }

    private void store(List<Event> fresh, byte[] body) throws SQLException {
        insert.setLong(1, end);
        insert.setInt(2, fresh.size());
        insert.setInt(3, EncodedBatch.SCHEMA_VERSION);
        insert.setBytes(4, file.encrypted(end, body));
        insert.executeUpdate();
        written.add(new Batch(end, List.copyOf(fresh)));
        end += fresh.size();
    }

    /** Returns the batches that are now on stable storage. */
    List<Batch> commit() throws SQLException {
        connection.commit();
        file.endsAt(end);
        List<Batch> durable = List.copyOf(written);
        written.clear();
        return durable;
    }

    /** Ends the connection; what was not committed is rolled back. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
