package io.acso.platform.journal.aws;

import io.acso.platform.journal.JournalFailure;
import io.acso.platform.journal.JournalFull;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between tries of what AWS could not take, longer each time, and ends them all when the journal closes. */
final class Pauses implements AutoCloseable {

    private static final long FIRST_MILLIS = 50;
    private static final int MOST = 7;
    private static final Duration LATER = Duration.ofSeconds(5);

    private final CountDownLatch closed = new CountDownLatch(1);

    /** The pauses of one piece of work. */
    final class Series {

        private int taken;

        /** @throws JournalFull when it was tried long enough, some six seconds */
        void next(String why) {
            if (taken == MOST) {
                throw new JournalFull(why + ": give it more throughput, or send less", LATER);
            }
            pause(FIRST_MILLIS << taken);
            taken++;
        }
    }

    Series series() {
        return new Series();
    }

    void pause(long millis) {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new JournalFailure("the journal is closed", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalFailure("interrupted while waiting for AWS", e);
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
