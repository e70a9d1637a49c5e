package io.acso.platform.durability.embedded;

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
                "SELECT " + Envelope.COLUMNS + ", attempts, cause, dead_since, seq FROM message"
                        + " WHERE queue = ? AND state = 2 AND (dead_since, seq) > (?, ?)"
                        + " ORDER BY dead_since, seq LIMIT ?",
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

    static boolean redrive(Session session, Effects effects, String queue, String id, long now) throws SQLException {
        Optional<String> group = session.first(
                row -> String.valueOf(row.getString(1)),
                "SELECT coalesce(message_group, '') FROM message WHERE queue = ? AND id = ? AND state = 2",
                queue,
                id);
        if (group.isEmpty()) {
            return false;
        }
        // Its place in the order was given up: it comes last.
        session.update(
                "UPDATE message SET seq = (SELECT max(seq) + 1 FROM message), state = ?, attempts = 0, visible_at = ?,"
                        + " cause = NULL, dead_since = NULL WHERE queue = ? AND id = ?",
                Messages.state(session, queue, group.get().isEmpty() ? null : group.get()),
                now,
                queue,
                id);
        effects.arrived(queue);
        return true;
    }

    static boolean purge(Session session, String queue, String id, long now) throws SQLException {
        if (session.update("DELETE FROM message WHERE queue = ? AND id = ? AND state = 2", queue, id) == 0) {
            return false;
        }
        Messages.remember(session, queue, id, now);
        return true;
    }

    @SuppressWarnings("NullAway") // a dead letter has a cause
    private static Found read(String queue, ResultSet row) throws SQLException {
        int next = Envelope.NEXT;
        DeadLetter letter = new DeadLetter(
                queue,
                Envelope.read(row),
                row.getInt(next),
                row.getString(next + 1),
                Micros.instant(row.getLong(next + 2)));
        return new Found(letter, row.getLong(next + 2), row.getLong(next + 3));
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
