package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Message;
import io.acso.platform.durability.embedded.Leases.Lease;
import io.acso.platform.durability.shared.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Lends messages and takes them back, within the writer's transaction. */
final class Lending {

    private final Leases leases;
    private final Backoff backoff;
    /** A process ends for many reasons, and takes along what it had in hand: one message is the cause of few of them. */
    private static final int PROCESSES = 5;

    private final int maxAttempts;

    Lending(Leases leases, Settings settings) {
        this.leases = leases;
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

    List<Delivery> lend(Session session, Effects effects, String queue, int max, Duration lease, long now)
            throws SQLException {
        long until = now + lease.toNanos() / 1_000;
        List<Delivery> lent = new ArrayList<>();
        for (Offered one : offered(session, queue, max, now)) {
            if (one.attempts >= PROCESSES * maxAttempts) {
                String cause = "attempt " + one.attempts + " ended with its process";
                bury(session, effects, one.seq, queue, one.message.group(), cause, now);
            } else {
                lent.add(lend(session, effects, queue, one, until));
            }
        }
        return lent;
    }

    private List<Offered> offered(Session session, String queue, int max, long now) throws SQLException {
        return session.list(
                Offered::read,
                "SELECT " + Envelope.COLUMNS + ", seq, attempts, sent FROM message"
                        + " WHERE queue = ? AND state = 0 AND visible_at <= ? AND seq NOT IN (SELECT value FROM json_each(?))"
                        + " ORDER BY priority, seq LIMIT ?",
                queue,
                now,
                leases.lent(queue).toString(),
                max);
    }

    private Delivery lend(Session session, Effects effects, String queue, Offered one, long until) throws SQLException {
        int attempt = one.attempts + 1;
        session.update("UPDATE message SET attempts = ? WHERE seq = ?", attempt, one.seq);
        Lease lease = leases.grant(effects, one.seq, queue, one.message.group(), attempt, until);
        return new Delivery(
                queue, lease.receipt(), one.message, attempt, Micros.instant(one.sent), Micros.instant(until));
    }

    void release(Session session, Effects effects, Delivery delivery, String cause, long now) throws SQLException {
        Lease lease = leases.end(effects, delivery, now).orElse(null);
        if (lease != null) {
            giveBack(session, effects, lease.until(now), cause, now);
        }
    }

    void bury(Session session, Effects effects, Delivery delivery, String cause, long now) throws SQLException {
        Lease lease = leases.end(effects, delivery, now).orElse(null);
        if (lease != null) {
            bury(session, effects, lease.seq(), lease.queue(), lease.group(), cause, now);
        }
    }

    /** Takes back every message whose lease has run out. */
    void reclaim(Session session, Effects effects, long now) throws SQLException {
        for (Lease lease : leases.overdue(now)) {
            if (leases.end(effects, lease)) {
                giveBack(session, effects, lease, "the lease of attempt " + lease.attempt() + " ran out", now);
            }
        }
    }

    private void giveBack(Session session, Effects effects, Lease lease, String cause, long now) throws SQLException {
        if (lease.attempt() >= maxAttempts) {
            bury(session, effects, lease.seq(), lease.queue(), lease.group(), cause, now);
            return;
        }
        session.update(
                "UPDATE message SET cause = ?, visible_at = ? WHERE seq = ?",
                cause,
                lease.until() + backoff.micros(lease.attempt()),
                lease.seq());
        effects.arrived(lease.queue());
    }

    private static void bury(
            Session session, Effects effects, long seq, String queue, @Nullable String group, String cause, long now)
            throws SQLException {
        session.update("UPDATE message SET state = 2, cause = ?, dead_since = ? WHERE seq = ?", cause, now, seq);
        Messages.next(session, effects, queue, group);
    }

    /** The clock was set back by so much: what waits for its backoff waits no longer for that. */
    void shift(Session session, long now, long micros) throws SQLException {
        leases.shift(micros);
        session.update(
                "UPDATE message SET visible_at = visible_at - ? WHERE state = 0 AND visible_at > ?", micros, now);
    }

    /** A backoff that ends later than any may was begun under another clock. */
    void clamp(Session session, long now) throws SQLException {
        long latest = now + backoff.most();
        session.update("UPDATE message SET visible_at = ? WHERE state = 0 AND visible_at > ?", latest, latest);
    }
}
