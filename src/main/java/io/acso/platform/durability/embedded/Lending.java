package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.shared.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lends messages and takes them back, within the writer's transaction. */
final class Lending {

    private final Backoff backoff;
    private final int maxAttempts;

    Lending(Settings settings) {
        this.backoff =
                new Backoff(settings.backoffBase(), settings.backoffMost(), new SplittableRandom(settings.seed()));
        this.maxAttempts = settings.maxAttempts();
    }

    /** A row that can be lent. */
    private record Offered(Message message, long seq, int attempts, long sent) {
        static Offered read(ResultSet row) throws SQLException {
            return new Offered(
                    Envelope.read(row),
                    row.getLong(Envelope.NEXT),
                    row.getInt(Envelope.NEXT + 1),
                    row.getLong(Envelope.NEXT + 2));
        }
    }

    List<Delivery> lend(Session session, String queue, int max, Duration lease, long now) throws SQLException {
        List<Offered> offered = session.list(
                Offered::read,
                "SELECT " + Envelope.COLUMNS + ", seq, attempts, sent FROM message"
                        + " WHERE queue = ? AND state = 0 AND visible_at <= ? ORDER BY priority, seq LIMIT ?",
                queue,
                now,
                max);
        long until = now + lease.toNanos() / 1_000;
        List<Delivery> lent = new ArrayList<>();
        for (Offered one : offered) {
            String receipt = UUID.randomUUID().toString();
            int attempt = one.attempts + 1;
            session.update(
                    "UPDATE message SET receipt = ?, attempts = ?, visible_at = ? WHERE seq = ?",
                    receipt,
                    attempt,
                    until,
                    one.seq);
            lent.add(new Delivery(
                    queue, receipt, one.message, attempt, Micros.instant(one.sent), Micros.instant(until)));
        }
        return lent;
    }

    boolean extend(Session session, Delivery delivery, Duration lease, long now) throws SQLException {
        Optional<Long> seq = Messages.held(session, delivery, now);
        if (seq.isPresent()) {
            session.update("UPDATE message SET visible_at = ? WHERE seq = ?", now + lease.toNanos() / 1_000, seq.get());
        }
        return seq.isPresent();
    }

    void release(Session session, Effects effects, Delivery delivery, String cause, long now) throws SQLException {
        Optional<Long> seq = Messages.held(session, delivery, now);
        if (seq.isPresent()) {
            Lent lent = new Lent(seq.get(), delivery.queue(), delivery.message().group(), delivery.attempt(), now);
            giveBack(session, effects, lent, cause, now);
        }
    }

    void bury(Session session, Effects effects, Delivery delivery, String cause, long now) throws SQLException {
        Optional<Long> seq = Messages.held(session, delivery, now);
        if (seq.isPresent()) {
            bury(
                    session,
                    effects,
                    seq.get(),
                    delivery.queue(),
                    delivery.message().group(),
                    cause,
                    now);
        }
    }

    /** A message whose lease ends, and when. */
    private record Lent(long seq, String queue, @Nullable String group, int attempt, long end) {
        @SuppressWarnings("NullAway") // the queue is not null
        static Lent read(ResultSet row) throws SQLException {
            return new Lent(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5));
        }
    }

    /** Takes back every message whose lease has run out. */
    void reclaim(Session session, Effects effects, long now) throws SQLException {
        List<Lent> overdue = session.list(
                Lent::read,
                "SELECT seq, queue, message_group, attempts, visible_at FROM message"
                        + " WHERE receipt IS NOT NULL AND visible_at <= ? ORDER BY visible_at LIMIT 1000",
                now);
        for (Lent lent : overdue) {
            giveBack(session, effects, lent, "the lease of attempt " + lent.attempt + " ran out", now);
        }
    }

    /** The process that held these has ended: they can be lent again at once, their attempts still counted. */
    void reclaimAll(Session session, long now) throws SQLException {
        session.update(
                "UPDATE message SET visible_at = min(visible_at, ?) WHERE receipt IS NOT NULL AND attempts >= ?",
                now,
                maxAttempts);
        session.update(
                "UPDATE message SET receipt = NULL, visible_at = ? WHERE receipt IS NOT NULL AND attempts < ?",
                now,
                maxAttempts);
    }

    private void giveBack(Session session, Effects effects, Lent lent, String cause, long now) throws SQLException {
        if (lent.attempt >= maxAttempts) {
            bury(session, effects, lent.seq, lent.queue, lent.group, cause, now);
            return;
        }
        session.update(
                "UPDATE message SET receipt = NULL, cause = ?, visible_at = ? WHERE seq = ?",
                cause,
                lent.end + backoff.micros(lent.attempt),
                lent.seq);
        effects.arrived(lent.queue);
    }

    private static void bury(
            Session session, Effects effects, long seq, String queue, @Nullable String group, String cause, long now)
            throws SQLException {
        session.update(
                "UPDATE message SET state = 2, receipt = NULL, cause = ?, dead_since = ? WHERE seq = ?",
                cause,
                now,
                seq);
        Messages.next(session, effects, queue, group);
    }
}
