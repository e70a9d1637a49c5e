package io.acso.platform.journal.embedded;

import io.acso.platform.journal.Journal.Appended;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.journal.JournalFull;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread that writes: appends that wait at the same time share a transaction and its fsync. */
final class JournalWriter implements AutoCloseable {

    private static final int MOST_WAITING = 256;
    private static final int GROUP_EVENTS = 20_000;
    private static final Duration MOST_WAIT = Duration.ofSeconds(10);
    private static final Duration CHORES_EVERY = Duration.ofSeconds(1);

    /** An append that waits for the disk. */
    private record Pending(List<EncodedBatch> rows, CompletableFuture<Appended> outcome) {
        int events() {
            return rows.stream().mapToInt(row -> row.events().size()).sum();
        }
    }

    private final DayFiles files;
    private final RecentBatches recent;
    private final Tail tail;
    private final InstantSource clock;
    private final Runnable chores;
    private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Queue<CompletableFuture<Void>> upkeep = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable DayWriter day;

    /** @param chores small regular work that must not run beside a write */
    JournalWriter(DayFiles files, RecentBatches recent, Tail tail, InstantSource clock, Runnable chores) {
        this.files = files;
        this.recent = recent;
        this.tail = tail;
        this.clock = clock;
        this.chores = chores;
        this.thread = Thread.ofPlatform().name("journal-writer").daemon().start(this::run);
    }

    Appended append(List<EncodedBatch> rows) throws InterruptedException {
        Pending pending = new Pending(rows, new CompletableFuture<>());
        if (closing) {
            throw new JournalFailure("the journal is closed", null);
        }
        if (!waiting.offer(pending, MOST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new JournalFull("the disk does not keep up: " + MOST_WAITING + " batches wait for it", MOST_WAIT);
        }
        if (!thread.isAlive()) {
            refuse(pending);
        }
        return Outcomes.of(pending.outcome());
    }

    /** Runs on the writer's thread, between two groups. */
    <T extends @Nullable Object> T between(Supplier<T> work) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        CompletableFuture<T> outcome = turn.thenApply(mine -> work.get());
        if (closing) {
            throw new JournalFailure("the journal is closed", null);
        }
        upkeep.add(turn);
        wake();
        if (!thread.isAlive()) {
            turn.completeExceptionally(new JournalFailure("the journal is closed", null));
        }
        return Outcomes.of(outcome);
    }

    /** Nothing to write; when the queue is full the thread is awake. */
    private void wake() {
        waiting.offer(new Pending(List.of(), new CompletableFuture<>()));
    }

    private static void refuse(Pending late) {
        late.outcome().completeExceptionally(new JournalFailure("the journal is closed", null));
    }

    private void run() {
        long choresAt = System.nanoTime();
        while (!closing || !waiting.isEmpty()) {
            try {
                Pending first = waiting.poll(CHORES_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null && !first.rows().isEmpty()) {
                    write(group(first));
                }
            } catch (InterruptedException e) {
                closing = true;
            }
            CompletableFuture<Void> next = upkeep.poll();
            if (next != null) {
                next.complete(null);
            }
            if (System.nanoTime() - choresAt >= CHORES_EVERY.toNanos()) {
                chores.run();
                choresAt = System.nanoTime();
            }
        }
        abandon();
        chores.run();
    }

    private List<Pending> group(Pending first) {
        List<Pending> group = new ArrayList<>(List.of(first));
        int events = first.events();
        while (events < GROUP_EVENTS) {
            Pending next = waiting.poll();
            if (next == null) {
                break;
            }
            group.add(next);
            events += next.events();
        }
        return group;
    }

    /** All of the group is kept, or nothing and every caller is told why. */
    private void write(List<Pending> group) {
        try {
            List<Appended> outcomes = attempt(group);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (SQLException e) {
            fail(group, failure(e));
        } catch (IOException e) {
            fail(group, new JournalFailure("the journal's directory cannot be synced (" + e + ")", e));
        } catch (RuntimeException | Error e) {
            fail(group, e);
        }
    }

    private List<Appended> attempt(List<Pending> group) throws SQLException, IOException {
        DayWriter writer = today();
        List<Appended> outcomes = new ArrayList<>(group.size());
        for (Pending pending : group) {
            int accepted = 0;
            for (EncodedBatch row : pending.rows()) {
                accepted += writer.add(row);
            }
            outcomes.add(new Appended(accepted, pending.events() - accepted));
        }
        writer.commit().forEach(recent::put);
        tail.advanceTo(writer.file().end());
        return outcomes;
    }

    private DayWriter today() throws SQLException, IOException {
        DayFile file = files.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        DayWriter current = day;
        if (current == null || current.file() != file) {
            if (current != null) {
                current.close();
            }
            current = new DayWriter(file, files);
            day = current;
        }
        return current;
    }

    private RuntimeException failure(SQLException e) {
        return JournalDatabase.isFull(e)
                ? new JournalFull("the journal's disk is full: free some space", Duration.ofMinutes(1))
                : files.newest().database().failure(e);
    }

    /** After a failed commit only the file knows how it ended: the next group starts from what it says. */
    private void fail(List<Pending> group, Throwable cause) {
        abandon();
        try {
            files.newest().refreshEnd();
            tail.advanceTo(files.newest().end());
        } catch (JournalFailure e) {
            cause.addSuppressed(e);
        }
        group.forEach(pending -> pending.outcome().completeExceptionally(cause));
    }

    private void abandon() {
        DayWriter current = day;
        day = null;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException e) {
                System.getLogger(JournalWriter.class.getName())
                        .log(System.Logger.Level.WARNING, "the journal's connection could not be closed", e);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        wake();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        waiting.forEach(JournalWriter::refuse);
        upkeep.forEach(turn -> turn.completeExceptionally(new JournalFailure("the journal is closed", null)));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
