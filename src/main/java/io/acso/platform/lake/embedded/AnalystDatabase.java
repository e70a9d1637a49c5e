package io.acso.platform.lake.embedded;

import io.acso.domain.kernel.Json;
import io.acso.platform.lake.Lake.Limits;
import io.acso.platform.lake.Lake.Result;
import io.acso.platform.lake.QueryRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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
import tools.jackson.databind.JsonNode;

/**
 * A DuckDB of its own for SQL from outside: it holds no data, can open the lake's files and nothing else, and
 * has its own memory, so that no query can harm the lake.
 */
final class AnalystDatabase implements AutoCloseable {

    private static final int MOST_CHARS = 100_000;

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
            requireOneSelect(connection, sql);
            String cut = cut(sql, limits.rows());
            requireOneSelect(connection, cut);
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

    /** One row more than may be shown: results are held in memory that no limit of DuckDB's counts. */
    private static String cut(String sql, int rows) {
        String bare = sql.strip();
        while (bare.endsWith(";")) {
            bare = bare.substring(0, bare.length() - 1).strip();
        }
        return "SELECT * FROM (\n" + bare + "\n) LIMIT " + (rows + 1L);
    }

    private static void requireOneSelect(Connection connection, String sql) throws SQLException {
        if (sql.length() > MOST_CHARS) {
            throw new QueryRefused("the query is longer than " + MOST_CHARS + " characters: shorten it");
        }
        JsonNode parsed;
        try (PreparedStatement parse = connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            parse.setString(1, sql);
            try (ResultSet row = parse.executeQuery()) {
                row.next();
                parsed = Json.tree(row.getString(1));
            }
        }
        if (parsed.path("error_type").asString("").equals("not implemented")) {
            throw new QueryRefused("only a SELECT may run here, nothing that changes data or settings");
        }
        if (parsed.path("error").asBoolean(true)) {
            throw new QueryRefused(parsed.path("error_message").asString("the query cannot be parsed"));
        }
        if (parsed.path("statements").size() != 1) {
            throw new QueryRefused("one SELECT at a time: send each statement on its own");
        }
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
        while (rows.next()) {
            if (found.size() == most) {
                return new Result(columns, found, true);
            }
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(PlainValue.of(rows.getObject(i)));
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
