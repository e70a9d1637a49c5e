package io.acso.platform.durability.embedded;

import io.acso.platform.durability.DurabilityFailure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Whatever waits when it is free becomes one transaction with one sync to disk. When one piece
 * of work refuses, all are done again with a savepoint each. A failure of the storage fails all of them, for then nothing
 * was kept.
 */
final class Writer implements AutoCloseable {

    private static final int MOST_TOGETHER = 256;

    /** Changes within the writer's transaction; throwing anything but an {@link SQLException} undoes it alone. */
    interface Work<T> {
        T on(Session session, Effects effects) throws SQLException;
    }

    private final Database database;
    private final Consumer<Effects> before;
    private final Consumer<Effects> aftermath;
    private final Object gate = new Object();
    private final Thread thread;

    // Every submitter waits for its answer, so their number bounds this queue.
    private final BlockingQueue<Submission<?>> waiting = new LinkedBlockingQueue<>();
    private boolean closed;
    private @Nullable Session session;
    private final AtomicLong syncs = new AtomicLong();
    private boolean syncing;

    Writer(Database database, Consumer<Effects> before, Consumer<Effects> aftermath) {
        this.database = database;
        this.before = before;
        this.aftermath = aftermath;
        this.thread = Thread.ofPlatform().name("durability-writer").daemon().start(this::run);
    }

    /** Does the work and returns when it is on stable storage. */
    <T> T write(Work<T> work) {
        return submit(new Submission<>(work, true));
    }

    /**
     * Does the work and returns when it survives the end of this process. A power cut may undo it, and all that came after
     * up to the next {@link #write}, never out of order.
     */
    <T> T writeUnsynced(Work<T> work) {
        return submit(new Submission<>(work, false));
    }

    private <T> T submit(Submission<T> submission) {
        synchronized (gate) {
            if (closed) {
                throw new IllegalStateException("durability is closed");
            }
            waiting.add(submission);
        }
        return submission.await();
    }

    /** How many transactions it has made durable, each with one sync of the log. */
    long syncs() {
        return syncs.get();
    }

    private void run() {
        List<Submission<?>> group = new ArrayList<>();
        try {
            while (true) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, MOST_TOGETHER - 1);
                boolean last = group.removeIf(submission -> submission == Submission.LAST);
                if (!group.isEmpty()) {
                    commit(group);
                }
                if (last) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the writer", e);
        } finally {
            disconnect();
        }
    }

    private void commit(List<Submission<?>> group) {
        try {
            boolean sync = group.stream().anyMatch(Submission::sync);
            Session open = connected();
            if (sync != syncing) {
                open.pragma("synchronous = " + (sync ? "FULL" : "NORMAL"));
                syncing = sync;
            }
            open.update("BEGIN IMMEDIATE");
            if (!attempt(open, group)) {
                group.forEach(Submission::undo);
                open.update("ROLLBACK");
                open.update("BEGIN IMMEDIATE");
                for (Submission<?> submission : group) {
                    submission.attemptApart(open);
                }
            }
            open.update("COMMIT");
            if (sync) {
                syncs.incrementAndGet();
            }
        } catch (SQLException e) {
            // A new connection leaves no doubt about what the failed one still holds; closing rolls back.
            disconnect();
            DurabilityFailure failure = database.failure(e);
            group.forEach(submission -> submission.fail(failure));
            return;
        }
        for (Submission<?> submission : group) {
            submission.complete(before, aftermath);
        }
    }

    /** All of it without savepoints, as refusals are rare; false at the first. */
    private static boolean attempt(Session open, List<Submission<?>> group) throws SQLException {
        for (Submission<?> submission : group) {
            if (!submission.attempt(open)) {
                return false;
            }
        }
        return true;
    }

    private Session connected() throws SQLException {
        Session open = session;
        if (open == null) {
            open = database.writing();
            syncing = true;
            session = open;
        }
        return open;
    }

    private void disconnect() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    /** Finishes what was submitted. */
    @Override
    public void close() {
        synchronized (gate) {
            if (!closed) {
                closed = true;
                waiting.add(Submission.LAST);
            }
        }
        Threads.join(thread);
    }
}
