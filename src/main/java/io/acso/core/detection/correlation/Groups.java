package io.acso.core.detection.correlation;

import io.acso.domain.kernel.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The live groups of one correlation. Occurrences come in the order of time.
 *
 * <p>A rising judge is asked at each occurrence about what lies within the timespan before it. Any other is asked when
 * a timespan that began with an occurrence is over, about all within it, unless the timespan before held all of that
 * too. After a match the group begins anew: no occurrence is part of two matches, and a rising one stays quiet for
 * another timespan.
 */
final class Groups {

    private final int number;
    private final Plan plan;
    private final Room room;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true);
    private final PriorityQueue<Window> closing =
            new PriorityQueue<>(Comparator.<Window>comparingLong(Window::endsAt).thenComparing(Window::key));

    Groups(int number, Plan plan, Room room) {
        this.number = number;
        this.plan = plan;
        this.room = room;
        room.share(this);
    }

    Plan plan() {
        return plan;
    }

    int size() {
        return windows.size();
    }

    /** The longest untouched first. */
    Iterable<Window> windows() {
        return windows.values();
    }

    @Nullable
    Fired add(String group, Occurrence occurrence) {
        Window window = windows.get(group);
        if (window == null) {
            room.take();
            window = new Window(group);
            windows.put(group, window);
        }
        window.touch(occurrence.time());
        if (plan.judge().rising()) {
            window.dropBefore(occurrence.time() - plan.span());
            keep(window, occurrence);
            return occurrence.time() > window.quietUntil() ? judge(window, occurrence.time()) : null;
        }
        boolean first = window.size() == 0;
        keep(window, occurrence);
        if (first) {
            await(window);
        }
        return null;
    }

    private void keep(Window window, Occurrence occurrence) {
        if (window.size() >= room.entries()) {
            window.dropOldest();
            window.cut(true);
            room.counters().addDropped();
        }
        window.add(occurrence, plan.keepsRules());
    }

    private void await(Window window) {
        window.endsAt(window.time(0) + plan.span());
        closing.add(window);
    }

    /** When the next timespan is over; {@link Long#MAX_VALUE} when none runs. */
    long nextEnd() {
        for (Window next = closing.peek(); next != null; next = closing.peek()) {
            if (!next.gone() && next.endsAt() == next.time(0) + plan.span()) {
                return next.endsAt();
            }
            closing.remove();
            if (!next.gone()) {
                await(next);
            }
        }
        return Long.MAX_VALUE;
    }

    /** Ends the timespan that {@link #nextEnd} tells of. */
    @Nullable
    Fired end() {
        Window window = closing.remove();
        Fired fired = null;
        if (window.size() > window.judged()) {
            window.judged(window.size());
            fired = judge(window, window.endsAt());
        }
        if (window.size() > 0) {
            window.dropOldest();
        }
        if (window.size() > 0) {
            await(window);
        } else {
            windows.remove(window.key());
            room.give();
        }
        return fired;
    }

    private @Nullable Fired judge(Window window, long time) {
        double measured = plan.judge().measure(window);
        if (Double.isNaN(measured)) {
            return null;
        }
        List<Fired.Occurred> made =
                window.occurrences().stream().map(Fired.Occurred::of).toList();
        Fired fired = new Fired(number, id(window), window.key(), time, measured, window.cut(), made);
        window.clear();
        window.quietUntil(time + plan.span());
        room.counters().addMatch();
        return fired;
    }

    private String id(Window window) {
        List<String> parts = new ArrayList<>(List.of(plan.id(), window.key()));
        for (int i = 0; i < window.size(); i++) {
            parts.add(window.time(i) + " " + window.id(i));
        }
        return Digest.id("fnd", parts.toArray(String[]::new));
    }

    /** Forgets groups in which nothing can matter any more once all before this time has been seen. */
    void expire(long frontier) {
        while (plan.judge().rising() && !windows.isEmpty()) {
            Window eldest = windows.values().iterator().next();
            if (eldest.touched() + plan.span() >= frontier) {
                return;
            }
            windows.remove(eldest.key());
            room.give();
        }
    }

    /** Drops the group that was untouched for longest. */
    void evict() {
        Window eldest = windows.values().iterator().next();
        eldest.goAway();
        windows.remove(eldest.key());
        room.give();
    }

    /** Takes over a group from a snapshot. */
    void restore(Window window) {
        room.take();
        windows.put(window.key(), window);
        if (!plan.judge().rising() && window.size() > 0) {
            await(window);
        }
    }
}
