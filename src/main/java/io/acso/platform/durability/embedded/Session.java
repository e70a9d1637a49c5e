package io.acso.platform.durability.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements, used by one thread at a time. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of the row that the results stand on. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement that returns no rows; how many rows it changed. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** Sets a pragma. Compiled each time, because that is when SQLite carries many of them out. */
    void pragma(String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA " + setting);
        }
    }

    <T> List<T> list(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet results = bound(sql, values).executeQuery()) {
            List<T> all = new ArrayList<>();
            while (results.next()) {
                all.add(row.read(results));
            }
            return all;
        }
    }

    <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet results = bound(sql, values).executeQuery()) {
            return results.next() ? Optional.of(row.read(results)) : Optional.empty();
        }
    }

    boolean any(String sql, @Nullable Object... values) throws SQLException {
        return first(row -> true, sql, values).isPresent();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Rolls back what is open. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Session.class.getName())
                    .log(System.Logger.Level.WARNING, "a connection could not be closed", e);
        }
    }
}
