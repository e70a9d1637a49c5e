package io.acso.edge.ingest;

import java.util.concurrent.Semaphore;

/**
 * Who parses a record now. Half of the processors do at most, however many send: the rest is for people who wait for an
 * answer. Records of several bodies take turns, so that a small one is not behind a large one that came before.
 */
final class Turns {

    private final Semaphore free;

    Turns() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** @param atOnce how many records are parsed at the same time, at the most */
    Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** Waits for a turn; {@link #end} has to follow. */
    void begin() {
        free.acquireUninterruptibly();
    }

    void end() {
        free.release();
    }

    /** How many wait for a turn, roughly. */
    int waiting() {
        return free.getQueueLength();
    }
}
