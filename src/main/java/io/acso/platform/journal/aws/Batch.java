package io.acso.platform.journal.aws;

import io.acso.domain.event.Event;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * A record of the stream as it is read.
 *
 * @param arrived when Kinesis took it
 * @param events those of it that are no copies of events kept elsewhere
 */
record Batch(BigInteger sequence, Instant arrived, List<Event> events) {

    Batch {
        events = List.copyOf(events);
    }

    /** About what it takes in memory. */
    int weight() {
        long chars = events.stream()
                .mapToLong(event -> event.raw().length() + event.ocsf().length() + 512L)
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, 256 + chars);
    }
}
