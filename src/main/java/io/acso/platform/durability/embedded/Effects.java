package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one commit causes in this process: some of it once it is durable, some at once, to be undone if it fails. */
final class Effects {

    private final Set<String> queues = new HashSet<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private final Map<Key, @Nullable Item> records = new LinkedHashMap<>();
    private final Set<Key> rewritten = new HashSet<>();
    private final List<Runnable> undoing = new ArrayList<>();
    private boolean timers;

    /** Somebody may find a message in that queue. */
    void arrived(String queue) {
        queues.add(queue);
    }

    void announce(Announcement announcement) {
        announcements.add(announcement);
    }

    /** A record is another from now on; null when it is deleted. */
    void wrote(Key key, @Nullable Item now) {
        records.put(key, now);
    }

    /** A record is kept in other bytes from now on, its version as it was. */
    void rewrote(Key key) {
        rewritten.add(key);
    }

    Set<Key> rewritten() {
        return rewritten;
    }

    Map<Key, @Nullable Item> records() {
        return records;
    }

    /** How to undo, in memory, what was done there before it is durable. */
    void undo(Runnable undo) {
        undoing.add(undo);
    }

    void undoAll() {
        undoing.reversed().forEach(Runnable::run);
    }

    void timerSet() {
        timers = true;
    }

    Set<String> queues() {
        return queues;
    }

    List<Announcement> announcements() {
        return announcements;
    }

    boolean timers() {
        return timers;
    }
}
