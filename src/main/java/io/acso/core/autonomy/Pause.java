package io.acso.core.autonomy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two looks at the outside world. */
@FunctionalInterface
public interface Pause {

    /** Returns when it is time to look again. @param look how many looks there were, from 1 */
    void after(int look);

    /** Twice as long each time. */
    static Pause doubling(Duration first) {
        return look -> CompletableFuture.runAsync(
                        () -> {},
                        CompletableFuture.delayedExecutor(
                                first.toMillis() << Math.min(look - 1, 10), TimeUnit.MILLISECONDS))
                .join();
    }
}
