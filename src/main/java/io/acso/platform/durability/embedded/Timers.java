package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Message;
import io.acso.platform.durability.Timer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages that wait for their time, within the writer's transaction. */
final class Timers {

    private static final int MOST_AT_ONCE = 500;

    private final Messages messages;

    Timers(Messages messages) {
        this.messages = messages;
    }

    private record Due(String timerId, String queue, Message message) {}

    void schedule(Session session, Effects effects, Timer timer) throws SQLException {
        cancel(session, timer.id());
        session.update(
                "INSERT INTO timer (timer_id, due, queue, " + Envelope.COLUMNS + ") VALUES (?, ?, ?, " + Envelope.MARKS
                        + ")",
                Envelope.values(List.of(timer.id(), Micros.of(timer.due()), timer.queue()), timer.message()));
        effects.timerSet();
    }

    void cancel(Session session, String timerId) throws SQLException {
        session.update("DELETE FROM timer WHERE timer_id = ?", timerId);
    }

    /** Sends what is due, the earliest first. */
    void fire(Session session, Effects effects, long now) throws SQLException {
        List<Due> due = session.list(
                row -> new Due(row.getString(Envelope.NEXT), row.getString(Envelope.NEXT + 1), Envelope.read(row)),
                "SELECT " + Envelope.COLUMNS + ", timer_id, queue FROM timer WHERE due <= ? ORDER BY due LIMIT ?",
                now,
                MOST_AT_ONCE);
        for (Due timer : due) {
            cancel(session, timer.timerId);
            messages.send(session, effects, timer.queue, timer.message, now);
        }
    }

    /** When the next timer is due. */
    Optional<Instant> next(Session session) throws SQLException {
        return session.first(row -> Micros.instant(row.getLong(1)), "SELECT due FROM timer ORDER BY due LIMIT 1");
    }
}
