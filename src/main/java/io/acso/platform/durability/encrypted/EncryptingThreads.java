package io.acso.platform.durability.encrypted;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Encrypts what virtual threads commit. The library makes a source of randomness for each thread that ever encrypts, and
 * looks through the class path to do so, under a lock and without letting the carrier go: for threads that live as long
 * as a request, that costs more than encrypting.
 */
final class EncryptingThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("encrypting-", 0).daemon().factory());

    /** Does the work on a platform thread, this one if it is one, and fails as it fails. */
    <T> T call(Supplier<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return work.get();
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
