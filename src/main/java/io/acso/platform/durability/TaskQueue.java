package io.acso.platform.durability;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One queue. Delivery is at least once: a message whose lease runs out is delivered again, with backoff,
 * and after the most attempts it becomes a dead letter. Acknowledging is part of a {@link Commit}.
 */
public interface TaskQueue {

    String name();

    /** Lends up to {@code max} messages for {@code lease}; empty when there are none now. */
    List<Delivery> receive(int max, Duration lease);

    /** Waits up to {@code most} for a message to be there; true when one may be. */
    boolean await(Duration most) throws InterruptedException;

    /**
     * Holds the message for longer, counted from now.
     *
     * @return false when the lease had run out: stop, another consumer may have it
     */
    boolean extend(Delivery delivery, Duration lease);

    /** Gives the message back, to be delivered again after a backoff; a dead letter when attempts are used up. */
    void release(Delivery delivery, String cause);

    /** Gives the message up at once: no redelivery would help. */
    void bury(Delivery delivery, String cause);

    /** Dead letters, the one given up first first. They leave by {@link Commit.Redrive} and {@link Commit.Purge}. */
    Page<DeadLetter> deadLetters(int limit, @Nullable String cursor);

    Optional<DeadLetter> deadLetter(String messageId);

    Depth depth();

    /**
     * How much there is of it. A message is counted once; counts of a distributed queue may lag.
     *
     * @param ready messages that can be received now
     * @param waiting messages that wait for an earlier one of their group, or for their backoff to end
     * @param lent messages held by consumers
     * @param dead dead letters
     * @param oldest age of the oldest message that is ready or waiting, zero when there is none
     */
    record Depth(long ready, long waiting, long lent, long dead, Duration oldest) {}
}
