package io.acso.testsupport;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.platform.lake.Lake;
import io.acso.platform.lake.QueryRefused;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A lake for tests of those who stand on one. It answers {@link #touching}, not SQL. */
public final class InMemoryLake implements Lake {

    private final Map<String, Event> events = new ConcurrentHashMap<>();

    @Override
    public void append(List<Event> more) {
        more.forEach(event -> events.putIfAbsent(event.id(), event));
    }

    @Override
    public void flush() {}

    @Override
    public List<Sighting> touching(Collection<String> entityKeys, Instant from, Instant to, int limit) {
        return events.values().stream()
                .filter(event -> !event.time().isBefore(from) && !event.time().isAfter(to))
                .filter(event -> event.entities().stream().map(Entity::key).anyMatch(entityKeys::contains))
                .sorted(Comparator.comparing(Event::time))
                .limit(limit)
                .map(event -> new Sighting(event.id(), event.time(), event.format(), "", event.raw(), event.ocsf()))
                .toList();
    }

    @Override
    public Result query(String sql, Limits limits) {
        throw new QueryRefused("this lake speaks no SQL");
    }

    @Override
    public Schema schema() {
        return new Schema(List.of(), List.of());
    }

    @Override
    public Map<String, Long> statistics() {
        return Map.of("rows", (long) events.size());
    }

    @Override
    public void close() {}
}
