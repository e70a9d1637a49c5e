package io.acso.platform.durability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a queue does, without time or storage: the plainest way to say it. */
final class QueueModel {

    /** A message and its state; delayed means that its backoff has not ended. */
    private static final class Entry {
        private final Message message;
        private int attempts;
        private boolean delayed;
        private boolean dead;
        private @Nullable String receipt;

        Entry(Message message) {
            this.message = message;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> handled = new HashSet<>();

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

    void lent(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            Entry entry = find(delivery.message().id());
            if (entry != null) {
                entry.attempts++;
                entry.receipt = delivery.receipt();
            }
        }
    }

    boolean holds(Delivery delivery) {
        return held(delivery) != null;
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

    void leasesRunOut() {
        entries.stream().filter(entry -> entry.receipt != null).forEach(this::giveBack);
    }

    void backoffsEnd() {
        entries.forEach(entry -> entry.delayed = false);
    }

    long dead() {
        return entries.stream().filter(entry -> entry.dead).count();
    }

    boolean alive() {
        return entries.size() > dead();
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
