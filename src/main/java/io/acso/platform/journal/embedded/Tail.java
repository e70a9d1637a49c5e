package io.acso.platform.journal.embedded;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The position after the last durable event, and those who wait for it to grow. */
final class Tail {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long end;

    Tail(long end) {
        this.end = end;
    }

    long end() {
        return end;
    }

    void advanceTo(long newEnd) {
        lock.lock();
        try {
            end = newEnd;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitBeyond(long position, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (end <= position && left > 0) {
                left = grown.awaitNanos(left);
            }
            return end > position;
        } finally {
            lock.unlock();
        }
    }
}
