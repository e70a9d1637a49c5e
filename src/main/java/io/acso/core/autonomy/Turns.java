package io.acso.core.autonomy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One at a time for each key, within this process. A task that is delivered a second time while it is worked on waits,
 * and finds what the first has come to, instead of taking its open intent for one that a crash has cut off.
 */
final class Turns {

    /** A lock and how many hold it or wait for it; the count is read and written under the map's lock alone. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private int takers;
    }

    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    <T> T take(String key, Supplier<T> work) {
        Turn turn = turns.compute(key, (same, before) -> {
            Turn one = before == null ? new Turn() : before;
            one.takers++;
            return one;
        });
        turn.lock.lock();
        try {
            return work.get();
        } finally {
            turn.lock.unlock();
            turns.computeIfPresent(key, (same, one) -> --one.takers == 0 ? null : one);
        }
    }
}
