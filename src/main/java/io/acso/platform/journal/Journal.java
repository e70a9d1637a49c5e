package io.acso.platform.journal;

import io.acso.domain.event.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The durable stream of events. A partition holds all events of a source, in the order in which they were appended.
 * A position means something to this journal and its partition alone.
 */
public interface Journal extends AutoCloseable {

    /**
     * Appends what is new and returns when it is on stable storage. An event whose id is already kept is
     * left out.
     *
     * @throws JournalFull when readers are so far behind, or the disk so full, that more must wait
     */
    Appended append(List<Event> batch);

    /** How many were new and how many were known already. */
    record Appended(int accepted, int duplicates) {}

    /** The partitions there are; the embedded journal has one, and others may get more while they are in use. */
    List<String> partitions();

    /**
     * Up to {@code max} events after {@code position} ({@link #BEGINNING} for the first). A slice without events may
     * lead to another position, which a reader keeps as any other: it says until when there was nothing.
     *
     * @throws IllegalArgumentException when it is no position of this partition
     * @throws JournalFailure when events after it are no longer kept, which names from when to when
     */
    Slice read(String partition, String position, int max);

    /** Waits up to {@code most} for events after the position; true when there are some. */
    boolean await(String partition, String position, Duration most) throws InterruptedException;

    /** Events in order and the position after the last of them. */
    record Slice(List<Event> events, String next) {
        public Slice {
            events = List.copyOf(events);
        }
    }

    /** The events with these ids that are still kept. */
    Map<String, Event> find(Collection<String> eventIds);

    /** Tells how far a reader has come, for back-pressure and retention. */
    void reached(String reader, String partition, String position);

    String BEGINNING = "";

    @Override
    void close();
}
