package io.acso.edge.tuning;

import io.acso.core.detection.Match;
import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.event.LogSource;
import io.acso.edge.ingest.EventFormats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an event for a while: what rules found in it, and what it is like.
 *
 * @param matches empty when it only shows what events are usually like
 * @param day in UTC; null when the event has no time
 */
record Glance(
        LogSource source,
        List<Match> matches,
        Set<Trait> traits,
        @Nullable String eventId,
        @Nullable LocalDate day,
        List<Entity> entities) {

    static Glance of(LogSource source, byte[] json, List<Match> matches, Instant now) {
        Set<Trait> traits = Trait.of(json);
        if (matches.isEmpty()) {
            return new Glance(source, matches, traits, null, null, List.of());
        }
        Optional<Event> event = EventFormats.event(json, now);
        return new Glance(
                source,
                matches,
                traits,
                event.map(Event::id).orElse(null),
                event.map(known -> known.time().atZone(ZoneOffset.UTC).toLocalDate())
                        .orElse(null),
                event.map(Event::entities).orElse(List.of()));
    }

    /** The event's id; null when it cannot be an event. */
    static @Nullable String idOf(byte[] json, Instant now) {
        return EventFormats.event(json, now).map(Event::id).orElse(null);
    }
}
