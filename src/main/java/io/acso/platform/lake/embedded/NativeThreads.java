package io.acso.platform.lake.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few platform threads for calls into the native library: made from a virtual thread they would hold its
 * carrier, and two of them would stop a machine with two cores.
 */
final class NativeThreads implements AutoCloseable {

    private final ThreadPoolExecutor threads;

    /** More than {@code mostWaiting} calls at once are rejected with a RejectedExecutionException. */
    NativeThreads(String name, int threads, int mostWaiting) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(mostWaiting),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    }

    /** Does the work there and waits; fails as it fails. */
    <T extends @Nullable Object> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Does the work there some time. */
    void start(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void close() {
        threads.close();
    }
}
