package io.acso.platform.durability;

import java.time.Duration;
import java.util.List;
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

    Page<DeadLetter> deadLetters(int limit, @Nullable String cursor);

    /** Puts a dead letter back into the queue; false when there is none with that id. */
    boolean redrive(String messageId);

    /** Deletes a dead letter for good. */
    boolean purge(String messageId);

    Depth depth();

    /**
     * How much waits.
     *
     * @param ready messages that can be received now
     * @param lent messages held by consumers
     * @param dead dead letters
     * @param oldest age of the oldest ready message, zero when there is none
     */
    record Depth(long ready, long lent, long dead, Duration oldest) {}
}
