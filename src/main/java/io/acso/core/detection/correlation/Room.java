package io.acso.core.detection.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The room that all groups share. When it is full, the correlation with the most groups gives up its oldest. */
final class Room {

    private final Limits limits;
    private final Counters counters;
    private final List<Groups> sharers = new ArrayList<>();
    private int taken;

    Room(Limits limits, Counters counters) {
        this.limits = limits;
        this.counters = counters;
    }

    Counters counters() {
        return counters;
    }

    int entries() {
        return limits.entries();
    }

    int taken() {
        return taken;
    }

    void share(Groups groups) {
        sharers.add(groups);
    }

    void take() {
        if (taken >= limits.groups()) {
            sharers.stream()
                    .max(Comparator.comparingInt(Groups::size))
                    .orElseThrow()
                    .evict();
            counters.addEvicted();
        }
        taken++;
    }

    void give() {
        taken--;
    }
}
