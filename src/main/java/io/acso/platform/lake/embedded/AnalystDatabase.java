package io.acso.platform.lake.embedded;

import io.acso.platform.lake.Lake.Column;
import io.acso.platform.lake.Lake.Limits;
import io.acso.platform.lake.Lake.Result;
import io.acso.platform.lake.Lake.Schema;
import io.acso.platform.lake.Lake.Table;
import io.acso.platform.lake.LakeFailure;
import io.acso.platform.lake.QueryRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB of its own for SQL from outside: it holds no data, can open the lake's files and nothing else, and
 * has its own memory, so that no query can harm the lake.
 */
final class AnalystDatabase implements AutoCloseable {

    /** Of one answer; it is held in the memory of the whole platform. */
    private static final long MOST_RESULT_CHARS = 32_000_000;

    /** Those that people write; collations, catalog functions and the like are left out. */
    private static final String FUNCTIONS =
            "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type IN ('scalar', 'aggregate', 'macro')"
                    + " AND regexp_full_match(function_name, '[a-z][a-z0-9_]*')"
                    + " AND NOT regexp_matches(function_name,"
                    + " '^(collate_|icu_|pg_|st_|has_.*privilege|inet_|nfc_|array_.*product|.*_byte_comparable)')"
                    + " ORDER BY 1";

    private final DuckDBConnection database;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lake-query-limit").daemon().factory());

    AnalystDatabase(Path lake, int megabytes) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", megabytes + "MB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        database = DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        Sql.run(database, EventTable.create("none"));
        Sql.run(database, "SET parquet_metadata_cache = true");
        Sql.run(database, "SET allowed_directories = [" + Sql.text(lake + "/") + "]");
        Sql.run(database, "SET enable_external_access = false");
        Sql.run(database, "SET lock_configuration = true");
    }

    /** Runs the query over these files. */
    Result query(String sql, Limits limits, List<String> files) {
        try (Connection connection = database.duplicate()) {
            SelectCheck.require(connection, sql);
            String cut = cut(sql, limits.rows());
            SelectCheck.require(connection, cut);
            Sql.run(
                    connection,
                    "CREATE TEMP VIEW events AS SELECT " + EventTable.COLUMNS + " FROM "
                            + (files.isEmpty() ? "none" : Sql.files(files)));
            try (Statement statement = connection.createStatement()) {
                return limited(statement, cut, limits);
            }
        } catch (SQLException e) {
            throw new QueryRefused(reason(e));
        }
    }

    /** What may be used in a query, for completion. */
    Schema schema() {
        try (Connection connection = database.duplicate()) {
            List<Column> columns = Sql.list(
                    connection,
                    "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'none' ORDER BY column_index",
                    row -> new Column(row.getString(1), row.getString(2)));
            List<String> functions = Sql.list(connection, FUNCTIONS, row -> row.getString(1)).stream()
                    .filter(SelectCheck::allowsFunction)
                    .toList();
            return new Schema(List.of(new Table(SelectCheck.TABLE, columns)), functions);
        } catch (SQLException e) {
            throw new LakeFailure("the lake's columns cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    /** One row more than may be shown: results are held in memory that no limit of DuckDB's counts. */
    private static String cut(String sql, int rows) {
        String bare = sql.strip();
        while (bare.endsWith(";")) {
            bare = bare.substring(0, bare.length() - 1).strip();
        }
        return "SELECT * FROM (\n" + bare + "\n) LIMIT " + (rows + 1L);
    }

    private Result limited(Statement statement, String sql, Limits limits) throws SQLException {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> limit = clock.schedule(
                () -> {
                    late.set(true);
                    statement.cancel();
                    return null;
                },
                limits.time().toMillis(),
                TimeUnit.MILLISECONDS);
        try (ResultSet rows = statement.executeQuery(sql)) {
            return result(rows, limits.rows());
        } catch (SQLException e) {
            if (late.get()) {
                throw new QueryRefused("the query ran longer than %d ms: narrow it, best by time or class_uid"
                        .formatted(limits.time().toMillis()));
            }
            throw e;
        } finally {
            limit.cancel(false);
        }
    }

    private static Result result(ResultSet rows, int most) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> found = new ArrayList<>();
        long chars = 0;
        while (rows.next()) {
            if (found.size() == most) {
                return new Result(columns, found, true);
            }
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                @Nullable Object value = PlainValue.of(rows.getObject(i));
                chars += value instanceof String text ? text.length() : 16;
                row.add(value);
            }
            if (chars > MOST_RESULT_CHARS) {
                throw new QueryRefused("the answer is larger than " + MOST_RESULT_CHARS
                        + " characters: select fewer columns (raw and ocsf are long) or rows");
            }
            found.add(row);
        }
        return new Result(columns, found, false);
    }

    private static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Out of Memory")
                ? "the query needs more memory than it may have: select fewer rows or columns, or group by less"
                : message;
    }

    @Override
    public void close() throws SQLException {
        clock.shutdownNow();
        database.close();
    }
}
