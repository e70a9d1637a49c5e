package io.acso.platform.durability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a queue does, without storage: the plainest way to say it. Time is what it is told. */
final class QueueModel {

    /** A message and its state; delayed means that its backoff has not ended. */
    private static final class Entry {
        private final Message message;
        private int attempts;
        private boolean delayed;
        private boolean dead;
        private @Nullable String receipt;
        private Duration leaseEnd = Duration.ZERO;

        Entry(Message message) {
            this.message = message;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> handled = new HashSet<>();
    private Duration now = Duration.ZERO;

    void send(Message message) {
        if (!handled.contains(message.id()) && find(message.id()) == null) {
            entries.add(new Entry(message));
        }
    }

    /** The ids and attempts that a receive must return, in order. */
    List<String> receive(int max) {
        return Stream.of(Message.Priority.values())
                .flatMap(priority -> entries.stream().filter(entry -> entry.message.priority() == priority))
                .filter(this::receivable)
                .limit(max)
                .map(entry -> entry.message.id() + " " + (entry.attempts + 1))
                .toList();
    }

    void lent(List<Delivery> deliveries, Duration lease) {
        for (Delivery delivery : deliveries) {
            Entry entry = find(delivery.message().id());
            if (entry != null) {
                entry.attempts++;
                entry.receipt = delivery.receipt();
                entry.leaseEnd = now.plus(lease);
            }
        }
    }

    boolean extend(Delivery delivery, Duration lease) {
        Entry entry = held(delivery);
        if (entry == null) {
            return false;
        }
        entry.leaseEnd = now.plus(lease);
        return true;
    }

    boolean acknowledge(Delivery delivery) {
        Entry entry = held(delivery);
        return entry != null
                && entries.remove(entry)
                && handled.add(delivery.message().id());
    }

    void release(Delivery delivery) {
        Entry entry = held(delivery);
        if (entry != null) {
            giveBack(entry);
        }
    }

    void bury(Delivery delivery) {
        Entry entry = held(delivery);
        if (entry != null) {
            entry.dead = true;
            entry.receipt = null;
        }
    }

    boolean redrive(String id) {
        Entry entry = find(id);
        if (entry == null || !entry.dead) {
            return false;
        }
        entries.remove(entry);
        entries.add(new Entry(entry.message));
        return true;
    }

    boolean purge(String id) {
        Entry entry = find(id);
        return entry != null && entry.dead && entries.remove(entry) && handled.add(id);
    }

    /** Some time has passed, enough for every backoff that had begun before. */
    void pass(Duration time) {
        entries.forEach(entry -> entry.delayed = false);
        now = now.plus(time);
        entries.stream()
                .filter(entry -> entry.receipt != null && entry.leaseEnd.compareTo(now) <= 0)
                .forEach(this::giveBack);
    }

    TaskQueue.Depth depth() {
        long ready = count(this::receivable);
        long lent = count(entry -> entry.receipt != null);
        long dead = count(entry -> entry.dead);
        return new TaskQueue.Depth(ready, entries.size() - ready - lent - dead, lent, dead, Duration.ZERO);
    }

    private long count(Predicate<Entry> of) {
        return entries.stream().filter(of).count();
    }

    boolean alive() {
        return !entries.stream().allMatch(entry -> entry.dead);
    }

    private void giveBack(Entry entry) {
        entry.receipt = null;
        entry.dead = entry.attempts >= DurabilityProvider.MAX_ATTEMPTS;
        entry.delayed = !entry.dead;
    }

    private boolean receivable(Entry entry) {
        return !entry.dead && !entry.delayed && entry.receipt == null && !behind(entry);
    }

    private boolean behind(Entry entry) {
        String group = entry.message.group();
        return group != null
                && entries.subList(0, entries.indexOf(entry)).stream()
                        .anyMatch(earlier -> !earlier.dead && group.equals(earlier.message.group()));
    }

    private @Nullable Entry held(Delivery delivery) {
        return entries.stream()
                .filter(entry -> delivery.receipt().equals(entry.receipt))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Entry find(String id) {
        return entries.stream()
                .filter(entry -> entry.message.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
