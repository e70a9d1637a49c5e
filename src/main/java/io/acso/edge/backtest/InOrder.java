package io.acso.edge.backtest;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work on one thing after the other by several threads, whose results are handed over in the order of the things, as
 * soon as they are there. A few per thread are under way at once; who adds more has to wait. With one thread all is
 * done by who adds.
 */
final class InOrder<P, R> implements AutoCloseable {

    private static final int UNDER_WAY = 3;

    private final Function<P, R> work;
    private final Consumer<R> sink;
    private final @Nullable ExecutorService workers;
    private final BlockingQueue<Future<Optional<R>>> results;
    private final @Nullable Thread handingOver;
    private volatile @Nullable Throwable failure;
    private boolean toldFailure;

    /** @param sink called by one thread at a time */
    InOrder(int threads, Function<P, R> work, Consumer<R> sink) {
        this.work = work;
        this.sink = sink;
        this.results = new ArrayBlockingQueue<>(UNDER_WAY * threads);
        if (threads == 1) {
            workers = null;
            handingOver = null;
        } else {
            workers = Executors.newFixedThreadPool(
                    threads, Thread.ofPlatform().daemon().name("detect-", 1).factory());
            handingOver = Thread.ofPlatform().daemon().name("detect-results").start(this::handOver);
        }
    }

    /** Waits while too many are under way; throws what work or sink threw before. */
    void add(P thing) {
        if (workers == null) {
            sink.accept(work.apply(thing));
            return;
        }
        rethrow();
        put(workers.submit(() -> Optional.of(work.apply(thing))));
    }

    /** Waits until all is handed over. */
    @Override
    public void close() {
        if (workers == null || handingOver == null) {
            return;
        }
        put(CompletableFuture.completedFuture(Optional.empty()));
        try {
            handingOver.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            workers.shutdownNow();
        }
        rethrow();
    }

    private void put(Future<Optional<R>> result) {
        try {
            results.put(result);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** After a failure it goes on taking, so that who adds does not wait for ever. */
    private void handOver() {
        try {
            for (Optional<R> result = take(); result.isPresent(); result = take()) {
                if (failure == null) {
                    accept(result.get());
                }
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private Optional<R> take() throws InterruptedException {
        while (true) {
            try {
                return results.take().get();
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            }
        }
    }

    private void accept(R result) {
        try {
            sink.accept(result);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Once: a second throwing of the same would hide the first. */
    private void rethrow() {
        Throwable thrown = toldFailure ? null : failure;
        toldFailure = thrown != null || toldFailure;
        switch (thrown) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
