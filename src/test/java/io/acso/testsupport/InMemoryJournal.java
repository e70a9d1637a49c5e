package io.acso.testsupport;

import io.acso.domain.event.Event;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalFull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A journal of one partition that keeps events in memory and refuses them when told that it is full. */
public final class InMemoryJournal implements Journal {

    private static final String ONLY = "0";

    private final Map<String, Event> events = new LinkedHashMap<>();
    private final List<Integer> batches = new ArrayList<>();
    private int room = Integer.MAX_VALUE;

    /** Takes this many batches more, then is full. */
    public InMemoryJournal withRoomFor(int more) {
        room = more;
        return this;
    }

    @Override
    public synchronized Appended append(List<Event> batch) {
        if (room-- <= 0) {
            throw new JournalFull("full", Duration.ofSeconds(5));
        }
        batches.add(batch.size());
        int before = events.size();
        batch.forEach(event -> events.putIfAbsent(event.id(), event));
        int accepted = events.size() - before;
        return new Appended(accepted, batch.size() - accepted);
    }

    public synchronized List<Event> events() {
        return List.copyOf(events.values());
    }

    /** The sizes of the batches that were appended. */
    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    @Override
    public List<String> partitions() {
        return List.of(ONLY);
    }

    @Override
    public synchronized Slice read(String partition, String position, int max) {
        int from = position.isEmpty() ? 0 : Integer.parseInt(position);
        List<Event> slice = events.values().stream().skip(from).limit(max).toList();
        return new Slice(slice, Integer.toString(from + slice.size()));
    }

    @Override
    public boolean await(String partition, String position, Duration most) {
        return !read(partition, position, 1).events().isEmpty();
    }

    @Override
    public synchronized Map<String, Event> find(Collection<String> eventIds) {
        return eventIds.stream().filter(events::containsKey).collect(Collectors.toMap(id -> id, events::get));
    }

    @Override
    public void reached(String reader, String partition, String position) {
        // keeps everything
    }

    @Override
    public void close() {
        // holds nothing
    }
}
