package io.acso.platform.journal.embedded;

import io.acso.platform.journal.JournalFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** Connections to one day's file, its schema, and what its errors mean. */
final class JournalDatabase {

    private static final int VERSION = 1;
    private static final int BUSY_MILLIS = 10_000;
    private static final int WRITER_CACHE_KIB = 64 * 1024;
    private static final int CHECKPOINT_PAGES = 4_000;

    private final Path file;

    JournalDatabase(Path file) {
        this.file = file;
    }

    /** Makes the schema when the file is new; {@code start} is the position of the first event it can get. */
    void prepare(long start) throws SQLException {
        try (Connection connection = connect(false);
                Statement statement = connection.createStatement()) {
            int version = (int) number(statement, "PRAGMA user_version");
            if (version > VERSION) {
                throw new JournalFailure(
                        "%s has schema %d, made by a newer ACSO; this one knows %d: run the newer one"
                                .formatted(file, version, VERSION),
                        null);
            }
            if (version == 0) {
                create(connection, statement, start);
            }
        }
    }

    private static void create(Connection connection, Statement statement, long start) throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("CREATE TABLE batch (first INTEGER PRIMARY KEY, count INTEGER NOT NULL,"
                + " schema INTEGER NOT NULL, body BLOB NOT NULL) STRICT");
        statement.execute("CREATE TABLE event (id BLOB PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID");
        statement.execute("CREATE TABLE start (position INTEGER NOT NULL) STRICT");
        statement.execute("INSERT INTO start VALUES (" + start + ")");
        statement.execute("PRAGMA user_version = " + VERSION);
        connection.commit();
    }

    /** One for the writer. */
    Connection writing() throws SQLException {
        Connection connection = connect(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = -" + WRITER_CACHE_KIB);
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection reading() throws SQLException {
        return connect(true);
    }

    private Connection connect(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false);
        if (readOnly) {
            // A file that retention has deleted must not come back empty.
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        if (readOnly) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
        }
        return connection;
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    JournalFailure failure(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String name = code.name();
        if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            return damaged(String.valueOf(e.getMessage()), e);
        }
        String cure = name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_CANTOPEN")
                ? "make the file and its directory writable for this user"
                : "see the cause; nothing of this was kept";
        return new JournalFailure("%s: %s: %s".formatted(file, e.getMessage(), cure), e);
    }

    JournalFailure damaged(String how, Throwable cause) {
        return new JournalFailure(
                "%s is damaged (%s): restore it from a backup, or move it away to go on without that day's events"
                        .formatted(file, how),
                cause);
    }

    static boolean isFull(SQLException e) {
        return e instanceof SQLiteException known && known.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    }
}
