package io.acso.platform.lake.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** SQL as text, for the places where DuckDB takes no parameters (files to read, settings). */
final class Sql {

    /** Makes something of the current row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Sql() {}

    static String text(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    static String texts(Collection<?> values) {
        return values.stream().map(Sql::text).collect(Collectors.joining(",", "[", "]"));
    }

    /** The events in these files. */
    static String files(Collection<?> paths) {
        return "read_parquet(" + texts(paths) + ", hive_partitioning = false)";
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static <T> List<T> list(Connection connection, String sql, Row<T> row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return all;
        }
    }
}
