package io.acso.platform.durability.aws;

import io.acso.platform.durability.shared.Signal;
import java.time.Duration;

/** The thread that looks at the clock, again and again. */
final class Pulse implements AutoCloseable {

    private final Runnable beat;
    private final long nanos;
    private final Signal stop = new Signal();
    private final Thread thread;
    private volatile boolean closed;

    Pulse(Runnable beat, Duration longest) {
        this.beat = beat;
        this.nanos = longest.toNanos();
        this.thread = Thread.ofVirtual().name("durability-pulse").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    beat.run();
                } catch (RuntimeException e) {
                    // Whatever it was, time goes on: without this thread no timer would ever be sent again.
                    if (!closed) {
                        System.getLogger(Pulse.class.getName())
                                .log(System.Logger.Level.WARNING, "what is due could not be done; tried again", e);
                    }
                }
                stop.await(0, nanos);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the pulse", e);
        }
    }

    /** Waits for the beat under way. */
    @Override
    public void close() {
        closed = true;
        stop.raise();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
