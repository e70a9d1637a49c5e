package io.acso.platform.durability.embedded;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A bounded number of connections that read, each on a platform thread: native calls would pin virtual ones. */
final class Readers implements AutoCloseable {

    /** Reads the last durable state. */
    interface Reading<T> {
        T from(Session session) throws SQLException;
    }

    private final Database database;
    private final ExecutorService threads;
    private final BlockingQueue<Session> idle;

    Readers(Database database, int number) {
        this.database = database;
        this.idle = new ArrayBlockingQueue<>(number);
        try {
            for (int i = 0; i < number; i++) {
                idle.add(database.reading());
            }
        } catch (SQLException e) {
            idle.forEach(Session::close);
            throw database.failure(e);
        }
        this.threads = Executors.newFixedThreadPool(
                number,
                Thread.ofPlatform().name("durability-reader-", 0).daemon().factory());
    }

    <T> T read(Reading<T> reading) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> answer(reading, answer));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("durability is closed", e);
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case SQLException failed -> database.failure(failed);
                case RuntimeException refused -> refused;
                case null, default -> e;
            };
        }
    }

    /** There are as many sessions as threads, so one is always idle here. */
    private <T> void answer(Reading<T> reading, CompletableFuture<T> answer) {
        Session session = idle.remove();
        try {
            answer.complete(reading.from(session));
        } catch (SQLException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
        } finally {
            idle.add(session);
        }
    }

    @Override
    public void close() {
        threads.close();
        idle.forEach(Session::close);
    }
}
