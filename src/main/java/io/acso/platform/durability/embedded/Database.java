package io.acso.platform.durability.embedded;

import io.acso.platform.durability.DurabilityFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database file: opens connections that are as durable as promised and says what their errors mean. */
final class Database {

    private static final int PAGE_BYTES = 4096;
    private static final int WRITER_CACHE_KIB = 32 * 1024;
    private static final int SYNCHRONOUS_FULL = 2;
    private static final int BUSY_MILLIS = 10_000;

    private final Path file;
    private final long mostBytes;

    Database(DataDirectory directory, Settings settings) {
        this.file = directory.database();
        this.mostBytes = settings.mostBytes();
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            // The driver unpacks its native library there; the machine's own directory may forbid execution.
            System.setProperty("org.sqlite.tmpdir", directory.temporary().toString());
        }
    }

    /** Brings the file to this version's schema, or says why it cannot be used. */
    void prepare() {
        try (Session session = connect(false)) {
            int version = number(session, "PRAGMA user_version");
            if (version > Schema.VERSION) {
                throw new DurabilityFailure(
                        "%s has schema %d, made by a newer ACSO; this one knows %d: run the newer one, or restore a backup"
                                .formatted(file, version, Schema.VERSION));
            }
            Schema.migrate(session, version);
            List<String> faults = session.list(row -> row.getString(1), "PRAGMA quick_check(1)");
            if (!faults.equals(List.of("ok"))) {
                throw damaged(String.join("; ", faults), null);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    Session writing() throws SQLException {
        return connect(false);
    }

    Session reading() throws SQLException {
        return connect(true);
    }

    private Session connect(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "4000");
        config.setJournalSizeLimit(64 * 1024 * 1024);
        config.setGetGeneratedKeys(false);
        if (mostBytes > 0) {
            config.setMaxPageCount((int) Math.max(1, mostBytes / PAGE_BYTES));
        }
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Session session = new Session(connection);
        try {
            harden(session, readOnly);
        } catch (SQLException | DurabilityFailure e) {
            connection.close();
            throw e;
        }
        return session;
    }

    private void harden(Session session, boolean readOnly) throws SQLException {
        // Where a plain sync only reaches the disk's own cache, as on macOS; elsewhere the same.
        session.pragma("fullfsync = ON");
        session.pragma("checkpoint_fullfsync = ON");
        session.pragma("cell_size_check = ON");
        session.pragma("trusted_schema = OFF");
        session.pragma(readOnly ? "query_only = ON" : "cache_size = " + -WRITER_CACHE_KIB);
        String journal =
                session.first(row -> row.getString(1), "PRAGMA journal_mode").orElse("none");
        if (!journal.equals("wal") || number(session, "PRAGMA synchronous") != SYNCHRONOUS_FULL) {
            throw new DurabilityFailure(
                    "%s cannot be kept durable (journal %s): choose a local file system".formatted(file, journal));
        }
    }

    private static int number(Session session, String sql) throws SQLException {
        return session.first(row -> row.getInt(1), sql).orElse(-1);
    }

    DurabilityFailure failure(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String name = code.name();
        if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            return damaged(e.getMessage(), e);
        }
        String cure = switch (code) {
            case SQLITE_FULL -> "free disk space, or raise the limit of the database's size";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                "make the file and its directory writable for this user";
            default -> "see the cause; nothing of this was kept";
        };
        return new DurabilityFailure("%s: %s: %s".formatted(file, e.getMessage(), cure), e);
    }

    private DurabilityFailure damaged(@Nullable String how, @Nullable SQLException e) {
        return new DurabilityFailure(
                "%s is damaged (%s): stop, keep a copy of it, and put the last backup in its place"
                        .formatted(file, how),
                e);
    }
}
