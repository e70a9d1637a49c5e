package io.acso.platform.durability.embedded;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The thread that looks at the clock: sends due timers, takes back overdue messages, frees the space of what expired. */
final class Pulse implements AutoCloseable {

    private final Writer writer;
    private final Tables tables;
    private final InstantSource clock;
    private final Duration longest;
    private final Signal changed = new Signal();
    private final Thread thread;
    private volatile boolean closed;

    Pulse(Writer writer, Tables tables, InstantSource clock, Duration longest) {
        this.writer = writer;
        this.tables = tables;
        this.clock = clock;
        this.longest = longest;
        this.thread = Thread.ofPlatform().name("durability-pulse").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** A timer was set that may be due sooner than the others. */
    void timerSet() {
        changed.raise();
    }

    private void run() {
        try {
            while (!closed) {
                long seen = changed.count();
                changed.await(seen, beat());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the pulse", e);
        }
    }

    /** Does what is due; the nanoseconds to wait for the next. */
    private long beat() {
        try {
            Optional<Instant> next = writer.write((session, effects) -> {
                long now = tables.now();
                tables.catchUp(session, effects, now);
                tables.forget(session, now);
                return tables.timers().next(session);
            });
            Duration wait =
                    next.map(due -> Duration.between(clock.instant(), due)).orElse(longest);
            return wait.compareTo(longest) < 0 ? wait.toNanos() : longest.toNanos();
        } catch (RuntimeException e) {
            // Whatever it was, time goes on: without this thread no timer would ever be sent again.
            System.getLogger(Pulse.class.getName())
                    .log(System.Logger.Level.WARNING, "due timers could not be sent; they will be tried again", e);
            return longest.toNanos();
        }
    }

    @Override
    public void close() {
        closed = true;
        changed.raise();
        Threads.join(thread);
    }
}
