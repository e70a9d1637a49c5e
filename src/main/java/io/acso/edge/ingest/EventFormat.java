package io.acso.edge.ingest;

import io.acso.domain.event.Event;

/**
 * One format of records. A new one is a new implementation and nothing else: the first that recognises a
 * record parses it.
 */
public interface EventFormat {

    /** Its name in {@link Event#format}, such as {@code cloudtrail}. */
    String name();

    /** Tells by content, cheaply, whether the record is of this format; never throws. */
    boolean recognises(RawRecord record);

    /** @throws UnreadableRecord when it lacks what an event needs */
    Event parse(RawRecord record, Arrival arrival) throws UnreadableRecord;
}
