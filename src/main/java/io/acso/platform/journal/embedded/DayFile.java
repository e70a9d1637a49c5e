package io.acso.platform.journal.embedded;

import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.crypto.Place;
import io.acso.platform.crypto.UnreadableBody;
import io.acso.platform.journal.JournalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** The batches that arrived on one day, and the index of their event ids. */
final class DayFile {

    private final LocalDate day;
    private final Path path;
    private final JournalDatabase database;
    private final BodyCipher cipher;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile long end;
    private volatile @Nullable IdFilter filter;
    private volatile boolean closed;

    private DayFile(LocalDate day, Path path, JournalDatabase database, BodyCipher cipher) {
        this.day = day;
        this.path = path;
        this.database = database;
        this.cipher = cipher;
    }

    /** Opens the file, or makes it with {@code start} as the position of its first event. */
    static DayFile open(Path directory, LocalDate day, long start, BodyCipher cipher) {
        Path path = directory.resolve("journal-" + day + ".db");
        JournalDatabase database = new JournalDatabase(path);
        DayFile file = new DayFile(day, path, database, cipher);
        try {
            database.prepare(start);
            file.refreshEnd();
        } catch (SQLException e) {
            throw database.failure(e);
        }
        return file;
    }

    LocalDate day() {
        return day;
    }

    JournalDatabase database() {
        return database;
    }

    /** The position after its last event. */
    long end() {
        return end;
    }

    void endsAt(long newEnd) {
        end = newEnd;
    }

    /** Takes the end from the file itself, when the outcome of a commit is not known. */
    void refreshEnd() {
        end = read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return JournalDatabase.number(
                        statement,
                        "SELECT max(e) FROM (SELECT position AS e FROM start UNION ALL SELECT * FROM"
                                + " (SELECT first + count FROM batch ORDER BY first DESC LIMIT 1))");
            }
        });
    }

    /** The batch that holds the position, or the first one after it; null when there is none. */
    @Nullable
    Batch batchAt(long position) {
        return read(connection -> {
            Batch before = batch(connection, "first <= ? ORDER BY first DESC LIMIT 1", position);
            return before != null && before.contains(position)
                    ? before
                    : batch(connection, "first > ? ORDER BY first LIMIT 1", position);
        });
    }

    private @Nullable Batch batch(Connection connection, String which, long position) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT first, schema, body FROM batch WHERE " + which)) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? decoded(row.getLong(1), row.getInt(2), row.getBytes(3)) : null;
            }
        } catch (DamagedBatch | UnreadableBody e) {
            throw database.damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private Batch decoded(long first, int schema, byte[] stored) throws DamagedBatch {
        return new Batch(first, EncodedBatch.decode(schema, cipher.decrypt(stored, place(first))));
    }

    /** A batch belongs to the position of its first event. */
    static Place place(long first) {
        return Place.of(JournalBodies.STORE, "batch", Long.toString(first));
    }

    byte[] encrypted(long first, byte[] body) {
        return cipher.encrypt(body, place(first));
    }

    OptionalLong positionOf(byte[] key) {
        IdFilter known = filter;
        if (known != null && !known.mayHave(key)) {
            return OptionalLong.empty();
        }
        return read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT position FROM event WHERE id = ?")) {
                select.setBytes(1, key);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    /** To be called once the file gets no more events: look-ups of ids it has not become cheap. */
    void buildFilter() {
        filter = read(connection -> {
            try (Statement statement = connection.createStatement()) {
                IdFilter built = new IdFilter(JournalDatabase.number(statement, "SELECT count(*) FROM event"));
                try (ResultSet ids = statement.executeQuery("SELECT id FROM event")) {
                    while (ids.next() && !closed) {
                        built.add(ids.getBytes(1));
                    }
                }
                return built;
            }
        });
    }

    /** Something to be read over a connection. */
    private interface Reading<T extends @Nullable Object> {
        T from(Connection connection) throws SQLException;
    }

    private <T extends @Nullable Object> T read(Reading<T> reading) {
        Connection connection = null;
        boolean sound = false;
        try {
            connection = idle.pollFirst();
            if (connection == null) {
                connection = database.reading();
            }
            T result = reading.from(connection);
            sound = true;
            return result;
        } catch (SQLException e) {
            throw database.failure(e);
        } finally {
            giveBack(connection, sound);
        }
    }

    private void giveBack(@Nullable Connection connection, boolean sound) {
        if (connection != null && sound) {
            idle.addFirst(connection);
        } else if (connection != null) {
            close(connection);
        }
        if (closed) {
            close();
        }
    }

    void close() {
        closed = true;
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            close(connection);
        }
    }

    private void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }

    void delete() {
        close();
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(Path.of(path + "-wal"));
            Files.deleteIfExists(Path.of(path + "-shm"));
        } catch (IOException e) {
            throw new JournalFailure("%s is past its retention and cannot be deleted (%s)".formatted(path, e), e);
        }
    }
}
