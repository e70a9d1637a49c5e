package io.acso.platform.durability.embedded;

import io.acso.platform.durability.DeadLetter;
import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.TaskQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One queue of the shared message table. */
final class SqliteTaskQueue implements TaskQueue {

    private static final String READY = "SELECT 1 FROM message WHERE queue = ? AND state = 0 AND visible_at <= ?"
            + " AND seq NOT IN (SELECT value FROM json_each(?)) LIMIT 1";

    private static final String NEXT =
            "SELECT coalesce(min(visible_at), ?) FROM message WHERE queue = ? AND state = 0 AND visible_at > ?";

    private static final String DEPTH = """
            WITH mine AS (SELECT *, seq IN (SELECT value FROM json_each(?3)) AS lent FROM message WHERE queue = ?2)
            SELECT count(*) FILTER (WHERE state = 0 AND NOT lent AND visible_at <= ?1),
                count(*) FILTER (WHERE state = 1 OR state = 0 AND NOT lent AND visible_at > ?1),
                count(*) FILTER (WHERE lent),
                count(*) FILTER (WHERE state = 2),
                coalesce(min(sent) FILTER (WHERE state < 2 AND NOT lent), ?1)
            FROM mine""";

    private final String name;
    private final Tables tables;
    private final Writer writer;
    private final Readers readers;
    private final Signal arrivals;
    private final long pulseNanos;

    SqliteTaskQueue(String name, Tables tables, Writer writer, Readers readers, Signal arrivals, Duration pulse) {
        this.name = name;
        this.tables = tables;
        this.writer = writer;
        this.readers = readers;
        this.arrivals = arrivals;
        this.pulseNanos = pulse.toNanos();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Delivery> receive(int max, Duration lease) {
        if (max < 1 || !lease.isPositive()) {
            throw new IllegalArgumentException("receive at least one message, for a lease of more than nothing");
        }
        // What a power cut may undo: a count of attempts, and timers that fire again.
        return writer.writeUnsynced((session, effects) -> {
            long now = tables.now();
            tables.catchUp(session, effects, now);
            return tables.lending().lend(session, effects, name, max, lease, now);
        });
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
        long deadline = Signal.deadline(most.toNanos());
        while (true) {
            long seen = arrivals.count();
            long next = readers.read(this::microsToNext);
            if (next <= 0) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            arrivals.await(seen, Math.min(Math.min(left, pulseNanos), next * 1_000));
        }
    }

    /** How long until a message may be there; a day when none is known of. */
    private long microsToNext(Session session) throws SQLException {
        long now = tables.now();
        List<Long> lent = tables.leases().lent(name);
        if (session.any(READY, name, now, lent.toString())) {
            return 0;
        }
        long day = now + Duration.ofDays(1).toMillis() * 1_000;
        long free = tables.leases().next(name).orElse(day);
        long visible =
                session.first(row -> row.getLong(1), NEXT, day, name, now).orElse(day);
        return Math.min(Math.min(free, visible), day) - now;
    }

    @Override
    public boolean extend(Delivery delivery, Duration lease) {
        long now = tables.now();
        return tables.leases().extend(delivery, now, now + lease.toNanos() / 1_000);
    }

    @Override
    public void release(Delivery delivery, String cause) {
        writer.write((session, effects) -> {
            tables.lending().release(session, effects, delivery, cause, tables.now());
            return "";
        });
    }

    @Override
    public void bury(Delivery delivery, String cause) {
        writer.write((session, effects) -> {
            tables.lending().bury(session, effects, delivery, cause, tables.now());
            return "";
        });
    }

    @Override
    public Page<DeadLetter> deadLetters(int limit, @Nullable String cursor) {
        return readers.read(session -> DeadLetters.page(session, name, limit, cursor));
    }

    @Override
    public Optional<DeadLetter> deadLetter(String messageId) {
        return readers.read(session -> DeadLetters.find(session, name, messageId));
    }

    @Override
    public Depth depth() {
        return readers.read(session -> {
            long now = tables.now();
            String lent = tables.leases().lent(name).toString();
            return session.first(row -> depth(row, now), DEPTH, now, name, lent).orElseThrow();
        });
    }

    private static Depth depth(ResultSet row, long now) throws SQLException {
        return new Depth(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), age(now, row.getLong(5)));
    }

    private static Duration age(long now, long sent) {
        return Duration.ofNanos(Math.max(0, now - sent) * 1_000);
    }
}
