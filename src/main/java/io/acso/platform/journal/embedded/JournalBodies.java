package io.acso.platform.journal.embedded;

import io.acso.platform.crypto.Rewritable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The batches of all days, a few at a time on the writer's thread, so that no one else writes or deletes meanwhile. */
final class JournalBodies implements Rewritable {

    static final String STORE = "journal";

    /** A batch is large; appends wait for no more than these. */
    private static final int MOST = 8;

    private final DayFiles files;
    private final JournalWriter writer;

    private record Row(long first, byte[] body) {}

    JournalBodies(DayFiles files, JournalWriter writer) {
        this.files = files;
        this.writer = writer;
    }

    @Override
    public String store() {
        return STORE;
    }

    @Override
    public @Nullable String rewrite(@Nullable String after, int most, Rewriter rewriter) {
        long passed = after == null ? -1 : Long.parseLong(after);
        Long last = writer.<@Nullable Long>between(() -> rewrite(passed, Math.min(most, MOST), rewriter));
        return last == null ? null : Long.toString(last);
    }

    private @Nullable Long rewrite(long passed, int most, Rewriter rewriter) {
        for (DayFile day : files.all()) {
            if (day.end() > passed + 1) {
                List<Row> rows = rewrite(day, passed, most, rewriter);
                if (!rows.isEmpty()) {
                    return rows.getLast().first;
                }
            }
        }
        return null;
    }

    private static List<Row> rewrite(DayFile day, long passed, int most, Rewriter rewriter) {
        try (Connection connection = day.database().writing();
                PreparedStatement replace = connection.prepareStatement("UPDATE batch SET body = ? WHERE first = ?")) {
            List<Row> rows = rows(connection, passed, most);
            for (Row row : rows) {
                byte[] changed = rewriter.rewrite(row.body, DayFile.place(row.first));
                if (changed != row.body) {
                    replace.setBytes(1, changed);
                    replace.setLong(2, row.first);
                    replace.executeUpdate();
                }
            }
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw day.database().failure(e);
        }
    }

    private static List<Row> rows(Connection connection, long passed, int most) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT first, body FROM batch WHERE first > ? ORDER BY first LIMIT ?")) {
            select.setLong(1, passed);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), row.getBytes(2)));
                }
            }
        }
        return rows;
    }
}
