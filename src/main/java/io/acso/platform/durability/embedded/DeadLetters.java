package io.acso.platform.durability.embedded;

import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.embedded.SqliteRecordStore.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages that were given up, oldest first. */
final class DeadLetters {

    private static final String SELECT = "SELECT " + Envelope.COLUMNS
            + ", attempts, cause, sent, dead_since, seq FROM message WHERE queue = ? AND state = 2";

    private DeadLetters() {}

    private record Found(DeadLetter letter, long since, long seq) {}

    static Page<DeadLetter> page(Session session, String queue, int limit, @Nullable String cursor)
            throws SQLException {
        if (limit < 1) {
            throw new IllegalArgumentException("a page's limit is at least 1, not " + limit);
        }
        long[] after = position(cursor);
        List<Found> found = session.list(
                row -> read(queue, row),
                SELECT + " AND (dead_since, seq) > (?, ?) ORDER BY dead_since, seq LIMIT ?",
                queue,
                after[0],
                after[1],
                limit + 1L);
        boolean more = found.size() > limit;
        List<Found> page = more ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(Found::letter).toList(),
                more ? Cursor.of(page.getLast().since() + ":" + page.getLast().seq()) : null);
    }

    static Optional<DeadLetter> find(Session session, String queue, String id) throws SQLException {
        return session.first(row -> read(queue, row).letter, SELECT + " AND id = ?", queue, id);
    }

    static void redrive(Session session, Effects effects, String queue, String id, long now) throws SQLException {
        DeadLetter letter = find(session, queue, id).orElseThrow(() -> none(queue, id));
        // Its place in the order was given up: it comes last.
        session.update(
                "UPDATE message SET seq = (SELECT max(seq) + 1 FROM message), state = ?, attempts = 0, sent = ?,"
                        + " visible_at = ?, cause = NULL, dead_since = NULL WHERE queue = ? AND id = ?",
                Messages.state(session, queue, letter.message().group()),
                now,
                now,
                queue,
                id);
        effects.arrived(queue);
    }

    static void purge(Session session, String queue, String id, long now) throws SQLException {
        if (session.update("DELETE FROM message WHERE queue = ? AND id = ? AND state = 2", queue, id) == 0) {
            throw none(queue, id);
        }
        Messages.remember(session, queue, id, now);
    }

    private static CommitConflict none(String queue, String id) {
        return new CommitConflict("queue %s has no dead letter %s".formatted(queue, id));
    }

    @SuppressWarnings("NullAway") // a dead letter has a cause
    private static Found read(String queue, ResultSet row) throws SQLException {
        int next = Envelope.NEXT;
        long since = row.getLong(next + 3);
        DeadLetter letter = new DeadLetter(
                queue,
                Envelope.read(row),
                row.getInt(next),
                row.getString(next + 1),
                Micros.instant(row.getLong(next + 2)),
                Micros.instant(since));
        return new Found(letter, since, row.getLong(next + 4));
    }

    private static long[] position(@Nullable String cursor) {
        if (cursor == null) {
            return new long[] {Long.MIN_VALUE, 0};
        }
        String[] parts = Cursor.position(cursor).split(":", 2);
        try {
            return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[parts.length - 1])};
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor of dead letters: '" + cursor + "'; begin without one", e);
        }
    }
}
