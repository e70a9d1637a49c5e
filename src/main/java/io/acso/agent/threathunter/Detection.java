package io.acso.agent.threathunter;

import io.acso.domain.event.Event;
import io.acso.domain.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * What the detections of the moment say of the events of one partition, one after the other. One that remembers says how
 * its memory is kept; from the same memory and the same events come the same findings.
 */
@FunctionalInterface
public interface Detection {

    List<Finding> findings(Event event);

    /** Takes other content up, if there is any; called while no event comes. */
    default void refresh() {}

    /** Whether {@link #settle} would find or change anything. */
    default boolean due(Instant now) {
        return false;
    }

    /** What is certain now that no event came for a while. */
    default List<Finding> settle(Instant now) {
        return List.of();
    }

    /** Whether there is a memory to keep. */
    default boolean remembers() {
        return false;
    }

    /** Writes all that is remembered. */
    default void save(OutputStream memory) throws IOException {}

    /** Forgets everything and goes on from what {@link #save} wrote; from nothing when there is nothing to read. */
    default void restore(InputStream memory) throws IOException {}
}
