package io.acso.core.autonomy;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs calls into Cedar's native library on a few platform threads: a native call pins the carrier of a virtual
 * thread, and two pinned carriers would stop everything on two cores.
 */
final class NativeCalls {

    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 30;
    private static final Executor EXECUTOR = executor();

    private NativeCalls() {}

    /** Waits for the call, a millisecond or so, even when interrupted. */
    static <T> T call(Callable<T> call) {
        try {
            return CompletableFuture.supplyAsync(() -> unchecked(call), EXECUTOR)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** Cedar's exceptions say that a request could not be read; whoever asked cannot go on either way. */
    private static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cedar could not answer: " + e.getMessage(), e);
        }
    }

    private static Executor executor() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("cedar-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
