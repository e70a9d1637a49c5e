package io.acso.platform.durability.shared;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells waiting threads that something happened. Whoever read {@link #count} before looking misses nothing. */
public final class Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private long count;

    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    public void raise() {
        lock.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the count is beyond {@code seen}, up to {@code nanos}. */
    public void await(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (count == seen && left > 0) {
                left = raised.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds of real time, for deadlines of waits. */
    public static long deadline(long nanos) {
        return System.nanoTime() + Math.min(nanos, TimeUnit.DAYS.toNanos(365));
    }
}
