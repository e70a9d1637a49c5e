package io.acso.edge.ingest;

import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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

    /** The keys of JSON objects, at any depth, that {@link #recognises} and {@link #routed} look at. */
    Set<String> telling();

    /**
     * Whether nothing behind what was read so far can change what {@link #recognises} and {@link #routed} say.
     *
     * @param head keys among {@link #telling}, in the order of the record
     */
    default boolean told(ObjectNode head) {
        return false;
    }

    /**
     * What rules get to see of a record that this format recognises, without building the event: the same log source
     * and the same raw record that {@link #parse} would give it.
     *
     * @param record of a JSON object the tree need hold no keys but those {@link #telling}; the text is whole
     */
    Routed routed(RawRecord record);

    /**
     * A record on its way to rules.
     *
     * @param rewritten the JSON that rules see where it is not the record as it came; else null
     */
    record Routed(LogSource logSource, @Nullable String rewritten) {}
}
