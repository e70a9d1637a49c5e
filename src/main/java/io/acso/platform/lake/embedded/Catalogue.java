package io.acso.platform.lake.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Which files are published, as a table beside the buffer: so a flush moves events from one to the other in
 * one transaction, and a query that reads both in one transaction sees each event once.
 */
final class Catalogue {

    private static final String TABLE = "CREATE TABLE files (path VARCHAR, folder VARCHAR, first BIGINT, last BIGINT,"
            + " events BIGINT, bytes BIGINT, first_time TIMESTAMP, last_time TIMESTAMP, last_arrived TIMESTAMP)";

    private Catalogue() {}

    static void create(Connection connection) throws SQLException {
        Sql.run(connection, TABLE);
    }

    /** Enters files with what their footers say. */
    static void add(Connection connection, List<ParquetFile> files) throws SQLException {
        for (ParquetFile file : files) {
            Sql.run(connection, """
                    INSERT INTO files SELECT %s, %s, %d, %d,
                        sum(num_values) FILTER (path_in_schema = 'time'), %d,
                        min(stats_min_value::TIMESTAMP) FILTER (path_in_schema = 'time'),
                        max(stats_max_value::TIMESTAMP) FILTER (path_in_schema = 'time'),
                        max(stats_max_value::TIMESTAMP) FILTER (path_in_schema = 'arrived')
                    FROM parquet_metadata(%s) WHERE path_in_schema IN ('time', 'arrived')""".formatted(
                            Sql.text(file.path()),
                            Sql.text(file.path().resolveSibling("")),
                            file.first(),
                            file.last(),
                            file.path().toFile().length(),
                            Sql.text(file.path())));
        }
    }

    static void remove(Connection connection, List<ParquetFile> files) throws SQLException {
        List<Path> paths = files.stream().map(ParquetFile::path).toList();
        Sql.run(connection, "DELETE FROM files WHERE path IN (SELECT unnest(" + Sql.texts(paths) + "))");
    }

    static List<String> all(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT path FROM files", row -> row.getString(1));
    }

    /** Files with events that happened between two times. */
    static List<String> within(Connection connection, long fromMicros, long toMicros) throws SQLException {
        return Sql.list(
                connection,
                "SELECT path FROM files WHERE last_time >= make_timestamp(%d) AND first_time <= make_timestamp(%d)"
                        .formatted(fromMicros, toMicros),
                row -> row.getString(1));
    }

    /** When the last event in any file arrived, in microseconds; the smallest number when there is none. */
    static long lastArrived(Connection connection) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT coalesce(epoch_us(max(last_arrived)), " + (Long.MIN_VALUE + 1) + ") FROM files",
                        row -> row.getLong(1))
                .getFirst();
    }
}
