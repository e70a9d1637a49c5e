package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Announcement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one commit causes in this process once it is durable. */
final class Effects {

    private final Set<String> queues = new HashSet<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private boolean timers;

    /** Somebody may find a message in that queue. */
    void arrived(String queue) {
        queues.add(queue);
    }

    void announce(Announcement announcement) {
        announcements.add(announcement);
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
