package io.acso.platform.journal.embedded;

import io.acso.domain.event.Event;
import java.util.List;

/** A decoded batch. Position {@code first + n} is that of its n-th event, counting from 0. */
record Batch(long first, List<Event> events) {

    long end() {
        return first + events.size();
    }

    boolean contains(long position) {
        return first <= position && position < end();
    }

    List<Event> from(long position, int most) {
        int start = (int) (position - first);
        return events.subList(start, Math.min(events.size(), start + most));
    }
}
