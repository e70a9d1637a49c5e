package io.acso.platform.lake.embedded;

import io.acso.domain.event.Event;
import io.acso.platform.lake.Lake;
import io.acso.platform.lake.LakeFailure;
import io.acso.platform.lake.QueryRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The lake in DuckDB's memory over Parquet files of one directory. */
public final class DuckDbLake implements Lake {

    private static final System.Logger LOG = System.getLogger(DuckDbLake.class.getName());
    private static final int SEARCHING_THREADS = 2;
    private static final int QUERYING_THREADS = 2;
    private static final int MOST_WAITING = 16;

    private final LakeDirectory directory;
    private final DuckDBConnection database;
    private final AnalystDatabase analysts;
    private final LakeWriter writer;
    private final NativeThreads writing = new NativeThreads("lake-writer", 1, 1024);
    private final NativeThreads searching = new NativeThreads("lake-search", SEARCHING_THREADS, 1024);
    private final NativeThreads querying = new NativeThreads("lake-query", QUERYING_THREADS, MOST_WAITING);
    private final NativeThreads merging = new NativeThreads("lake-merge", 1, 1);
    /** Held for reading while files are read, for writing while superseded ones are deleted. */
    private final ReadWriteLock filesInUse = new ReentrantReadWriteLock();

    private final List<ParquetFile> superseded = new ArrayList<>();

    /**
     * Limits of the lake.
     *
     * @param bufferRows events held in memory before they are put into files unasked
     * @param megabytes of memory for the lake itself
     * @param queryMegabytes of memory for all queries of analysts together
     */
    public record Settings(int bufferRows, int megabytes, int queryMegabytes) {

        public static final Settings DEFAULT = new Settings(100_000, 1024, 512);

        public Settings {
            if (bufferRows < 1 || megabytes < 64 || queryMegabytes < 64) {
                throw new IllegalArgumentException("the lake needs a buffer, and 64 megabytes for each of its parts");
            }
        }
    }

    private DuckDbLake(LakeDirectory directory, Settings settings) throws SQLException, IOException {
        this.directory = directory;
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.megabytes() + "MB");
        properties.setProperty("threads", Integer.toString(threads()));
        properties.setProperty("temp_directory", directory.workplace("spill").toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        database = DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
        Sql.run(database, "SET parquet_metadata_cache = true");
        writer = new LakeWriter(directory, database.duplicate(), settings.bufferRows());
        analysts = new AnalystDatabase(directory.path(), settings.queryMegabytes());
    }

    /** A processor is left to the others: writing out half a minute of events keeps all that it gets busy for seconds. */
    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /**
     * Opens the lake, made when it is not there, for this process alone.
     *
     * @throws LakeFailure when the directory is unwritable or in use, or a file damaged
     */
    public static DuckDbLake open(Path path, Settings settings) {
        LakeDirectory directory = LakeDirectory.claim(path);
        try {
            return new DuckDbLake(directory, settings);
        } catch (SQLException | IOException e) {
            directory.close();
            throw new LakeFailure(
                    "lake %s cannot be opened (%s): if that names a damaged file, restore it from a backup or move it away"
                            .formatted(directory.path(), e.getMessage()),
                    e);
        } catch (LakeFailure e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public void append(List<Event> events) {
        write(() -> writer.append(events));
    }

    @Override
    public void flush() {
        write(writer::flush);
        mergeIfDue();
    }

    /** Work of the writer's thread. */
    private interface Write {
        void run() throws SQLException, IOException;
    }

    private void write(Write work) {
        writing.<@Nullable Object>call(() -> {
            try {
                work.run();
            } catch (SQLException | IOException e) {
                throw new LakeFailure(
                        "lake %s: %s: free some space or mend its permissions; nothing of this was kept"
                                .formatted(directory.path(), e.getMessage()),
                        e);
            }
            return null;
        });
    }

    @Override
    public List<Sighting> touching(Collection<String> entityKeys, Instant from, Instant to, int limit) {
        if (entityKeys.isEmpty() || limit < 1) {
            return List.of();
        }
        return searching.call(() -> reading(
                connection -> new SightingSearch(connection, List.copyOf(entityKeys), limit).between(from, to)));
    }

    /** Something read from the lake's own database. */
    private interface Reading<T> {
        T from(DuckDBConnection connection) throws SQLException;
    }

    private <T> T reading(Reading<T> reading) {
        filesInUse.readLock().lock();
        try (DuckDBConnection connection = database.duplicate()) {
            connection.setAutoCommit(false);
            return reading.from(connection);
        } catch (SQLException e) {
            throw new LakeFailure("lake %s cannot be read (%s)".formatted(directory.path(), e.getMessage()), e);
        } finally {
            filesInUse.readLock().unlock();
        }
    }

    @Override
    public Result query(String sql, Limits limits) {
        // Analysts' queries see files alone, so what is buffered becomes a file first.
        flush();
        try {
            return querying.call(() -> {
                filesInUse.readLock().lock();
                try {
                    return analysts.query(sql, limits, reading(Catalogue::all));
                } finally {
                    filesInUse.readLock().unlock();
                }
            });
        } catch (RejectedExecutionException e) {
            throw new QueryRefused("more than %d queries wait already: try again later".formatted(MOST_WAITING));
        }
    }

    @Override
    public Schema schema() {
        return querying.call(analysts::schema);
    }

    private void mergeIfDue() {
        try {
            merging.start(this::merge);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.TRACE, "a merge waits already and will see what was flushed", e);
        }
    }

    private void merge() {
        try {
            List<List<ParquetFile>> due = reading(connection -> Compaction.due(connection, directory.path()));
            for (List<ParquetFile> run : due) {
                try (DuckDBConnection connection = database.duplicate()) {
                    Path written = Compaction.merge(connection, directory, run);
                    write(() -> superseded.addAll(writer.replace(run, written)));
                }
            }
            write(this::deleteSuperseded);
        } catch (SQLException | IOException | LakeFailure e) {
            LOG.log(System.Logger.Level.WARNING, "files of the lake could not be merged; tried again later", e);
        }
    }

    /** On the writer's thread. While a query reads, files stay; the next merge comes by again. */
    private void deleteSuperseded() throws IOException {
        if (filesInUse.writeLock().tryLock()) {
            try {
                for (ParquetFile file : superseded) {
                    directory.delete(file);
                }
                superseded.clear();
            } finally {
                filesInUse.writeLock().unlock();
            }
        }
    }

    @Override
    public Map<String, Long> statistics() {
        return searching.call(() -> reading(connection -> Sql.list(
                        connection,
                        "SELECT count(*), coalesce(sum(bytes), 0)::BIGINT, coalesce(sum(events), 0)::BIGINT,"
                                + " (SELECT count(*) FROM buffer) FROM files",
                        row -> Map.of(
                                "files", row.getLong(1),
                                "bytes", row.getLong(2),
                                "rows", row.getLong(3) + row.getLong(4),
                                "buffered", row.getLong(4)))
                .getFirst()));
    }

    @Override
    public void close() {
        merging.close();
        querying.close();
        searching.close();
        try (directory) {
            write(writer::flush);
            write(this::deleteSuperseded);
        } finally {
            writing.close();
            closeDatabases();
        }
    }

    private void closeDatabases() {
        try {
            analysts.close();
            database.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "the lake's memory could not be released", e);
        }
    }
}
