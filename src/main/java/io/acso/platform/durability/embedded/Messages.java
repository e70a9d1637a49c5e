package io.acso.platform.durability.embedded;

import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.embedded.Leases.Lease;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages of all queues, within the writer's transaction. A message is offered (0), though perhaps lent or not yet
 * visible; or waits behind an earlier one of its group (1); or is dead (2).
 */
final class Messages {

    private static final String INSERT =
            "INSERT INTO message (queue, " + Envelope.COLUMNS + ", state, sent, visible_at)"
                    + " SELECT ?1, " + Envelope.numbered(2) + ", ?10, ?11, 0"
                    + " WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE queue = ?1 AND id = ?2 AND handled > ?12)"
                    + " ON CONFLICT (queue, id) DO NOTHING";

    private final Leases leases;
    private final Duration inboxRetention;

    /** Queues whose names are on disk. */
    private final Set<String> known = new HashSet<>();

    Messages(Leases leases, Settings settings) {
        this.leases = leases;
        this.inboxRetention = settings.inboxRetention();
    }

    /** Queues the message, unless one of that id waits, is dead or was handled lately. */
    void send(Session session, Effects effects, String queue, Message message, long now) throws SQLException {
        if (known.add(queue)) {
            effects.undo(() -> known.remove(queue));
            session.update("INSERT OR IGNORE INTO queue (name) VALUES (?)", queue);
        }
        int added = session.update(
                INSERT,
                Envelope.values(
                        List.of(queue),
                        message,
                        state(session, queue, message.group()),
                        now,
                        now - inboxRetention.toMillis() * 1_000));
        if (added > 0) {
            effects.arrived(queue);
        }
    }

    /** The state of a message that comes last in its group. */
    static int state(Session session, String queue, @Nullable String group) throws SQLException {
        boolean behind = group != null
                && session.any(
                        "SELECT 1 FROM message WHERE queue = ? AND message_group = ? AND state < 2", queue, group);
        return behind ? 1 : 0;
    }

    /** Removes a message that its holder has handled, and remembers its id. */
    void acknowledge(Session session, Effects effects, Delivery delivery, long now) throws SQLException {
        Lease lease = leases.end(effects, delivery, now)
                .orElseThrow(() -> new CommitConflict("the lease of message %s from queue %s was lost"
                        .formatted(delivery.message().id(), delivery.queue())));
        session.update("DELETE FROM message WHERE seq = ?", lease.seq());
        remember(session, lease.queue(), delivery.message().id(), now);
        next(session, effects, lease.queue(), lease.group());
    }

    static void remember(Session session, String queue, String id, long now) throws SQLException {
        session.update(
                "INSERT INTO inbox (queue, id, handled) VALUES (?, ?, ?)"
                        + " ON CONFLICT (queue, id) DO UPDATE SET handled = excluded.handled",
                queue,
                id,
                now);
    }

    /** Forgets ids that are older than the retention, some at a time. */
    void forget(Session session, long now) throws SQLException {
        session.update(
                "DELETE FROM inbox WHERE (queue, id) IN"
                        + " (SELECT queue, id FROM inbox WHERE handled <= ? ORDER BY handled LIMIT 500)",
                now - inboxRetention.toMillis() * 1_000);
    }

    /** Offers the next message of a group whose first has left. */
    static void next(Session session, Effects effects, String queue, @Nullable String group) throws SQLException {
        if (group == null) {
            return;
        }
        int offered = session.update(
                "UPDATE message SET state = 0 WHERE seq = (SELECT min(seq) FROM message"
                        + " WHERE queue = ? AND message_group = ? AND state < 2)",
                queue,
                group);
        if (offered > 0) {
            effects.arrived(queue);
        }
    }
}
