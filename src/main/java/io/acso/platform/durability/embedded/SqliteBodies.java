package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Key;
import io.acso.platform.durability.StoredBodies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the tables in the order of their rows. Timers come before messages: one that fires meanwhile is found
 * again at the end of its queue.
 */
final class SqliteBodies implements StoredBodies {

    private static final List<Table> TABLES = List.of(
            new Table(
                    "SELECT rowid, partition, sort, schema_version, body FROM record WHERE rowid > ?"
                            + " ORDER BY rowid LIMIT ?",
                    "UPDATE record SET body = ? WHERE rowid = ? AND body = ?",
                    SqliteBodies::record),
            new Table(
                    "SELECT rowid, queue, id, body FROM timer WHERE rowid > ? ORDER BY rowid LIMIT ?",
                    "UPDATE timer SET body = ? WHERE rowid = ? AND body = ?",
                    SqliteBodies::message),
            new Table(
                    "SELECT seq, queue, id, body FROM message WHERE seq > ? ORDER BY seq LIMIT ?",
                    "UPDATE message SET body = ? WHERE seq = ? AND body = ?",
                    SqliteBodies::message));

    /** A table with bodies: how to read some, and how to replace one that is still as it was read. */
    private record Table(String read, String replace, Shown shown) {}

    /** A row, shown to the rewriter. */
    private interface Shown {
        Object body(Row row, Rewriter rewriter);
    }

    /** What a table has in a row; a body is bytes or text. */
    private record Row(long number, String first, String second, int schemaVersion, Object body) {

        /** Of a record; messages have text. */
        Optional<Key> key() {
            return body instanceof byte[] ? Optional.of(new Key(first, second)) : Optional.empty();
        }
    }

    private record Change(Row row, Object after) {}

    private final Readers readers;
    private final Writer writer;

    SqliteBodies(Readers readers, Writer writer) {
        this.readers = readers;
        this.writer = writer;
    }

    @Override
    public @Nullable String rewrite(@Nullable String after, int most, Rewriter rewriter) {
        String[] cursor = (after == null ? "0:0" : after).split(":", 2);
        int number = Integer.parseInt(cursor[0]);
        Table table = TABLES.get(number);
        List<Row> rows = readers.read(
                session -> session.list(SqliteBodies::row, table.read, Long.parseLong(cursor[1]), (long) most));
        replace(table, changes(table, rows, rewriter));
        if (rows.size() == most) {
            return number + ":" + rows.getLast().number;
        }
        return number + 1 < TABLES.size() ? (number + 1) + ":0" : null;
    }

    private static List<Change> changes(Table table, List<Row> rows, Rewriter rewriter) {
        List<Change> changes = new ArrayList<>();
        for (Row row : rows) {
            Object changed = table.shown.body(row, rewriter);
            if (changed != row.body) {
                changes.add(new Change(row, changed));
            }
        }
        return changes;
    }

    private void replace(Table table, List<Change> changes) {
        if (!changes.isEmpty()) {
            writer.write((session, effects) -> {
                for (Change change : changes) {
                    session.update(table.replace, change.after, change.row.number, change.row.body);
                    change.row.key().ifPresent(effects::rewrote);
                }
                return "";
            });
        }
    }

    @SuppressWarnings("NullAway") // the columns are not null
    private static Row row(ResultSet row) throws SQLException {
        boolean record = row.getMetaData().getColumnCount() == 5;
        return record
                ? new Row(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getBytes(5))
                : new Row(row.getLong(1), row.getString(2), row.getString(3), 0, row.getString(4));
    }

    private static Object record(Row row, Rewriter rewriter) {
        return rewriter.record(new Key(row.first, row.second), row.schemaVersion, (byte[]) row.body);
    }

    private static Object message(Row row, Rewriter rewriter) {
        return rewriter.message(row.first, row.second, (String) row.body);
    }
}
