package io.acso.platform.durability.aws;

import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.shared.Announcer;
import java.time.Duration;
import java.util.List;

/** Tells facts outside of this process, one after the other, on a thread of its own. */
final class Outlets implements AutoCloseable {

    /** So long may facts that still wait keep a process from ending. */
    private static final long GRACE = Duration.ofSeconds(5).toNanos();

    private final Announcer announcer = new Announcer();
    private volatile long closing;
    private volatile boolean closed;

    Outlets(List<Outlet> outlets) {
        outlets.forEach(outlet -> announcer.subscribe(fact -> {
            if (!closed || System.nanoTime() - closing < GRACE) {
                outlet.tell(fact);
            }
        }));
    }

    void tell(Announcement fact) {
        announcer.announce(fact);
    }

    @Override
    public void close() {
        closing = System.nanoTime();
        closed = true;
        announcer.close();
    }
}
