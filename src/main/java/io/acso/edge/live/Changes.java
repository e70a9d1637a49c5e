package io.acso.edge.live;

import io.acso.platform.durability.Announcement;
import io.acso.platform.durability.Topic;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last changes, in memory. A cursor is {@code run.number}: numbers begin anew with each start, so a cursor of
 * another run is one that missed some.
 */
public final class Changes implements AutoCloseable {

    private static final Pattern CURSOR = Pattern.compile("(.{1,64})\\.(\\d{1,18})");

    private final String run;
    private final InstantSource clock;
    private final @Nullable Change[] ring;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Topic.Subscription subscription;
    private long last;

    /**
     * @param kept how many changes are kept
     * @param run names this start, unlike any other
     */
    public Changes(Topic topic, int kept, String run, InstantSource clock) {
        this.run = run;
        this.clock = clock;
        this.ring = new Change[kept];
        this.subscription = topic.subscribe(this::take);
    }

    private void take(Announcement fact) {
        synchronized (ring) {
            last++;
            ring[slot(last)] = Change.of(cursor(last), fact);
        }
        listeners.forEach(Runnable::run);
    }

    /** Calls back after each change; the listener must be quick. */
    public Topic.Subscription listen(Runnable listener) {
        Runnable one = listener::run;
        listeners.add(one);
        return () -> listeners.remove(one);
    }

    /**
     * Reads on from a cursor.
     *
     * @param after the id of the last change seen; null for what comes from now on
     * @param kinds only these; empty for all
     */
    public Reader reader(@Nullable String after, Set<String> kinds) {
        synchronized (ring) {
            return new Reader(after == null ? last : number(after), Set.copyOf(kinds));
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    /** One position in the changes; for one thread at a time. */
    public final class Reader {

        private final Set<String> kinds;
        private long seen;

        private Reader(long seen, Set<String> kinds) {
            this.seen = seen;
            this.kinds = kinds;
        }

        /** The next change; null when there is none yet. What was overwritten is told as one {@link Change#MISSED}. */
        public @Nullable Change next() {
            synchronized (ring) {
                if (seen < last - ring.length || seen > last) {
                    seen = last;
                    return Change.missed(cursor(last), clock.instant());
                }
                while (seen < last) {
                    seen++;
                    Change change = ring[slot(seen)];
                    if (change != null && (kinds.isEmpty() || kinds.contains(change.kind()))) {
                        return change;
                    }
                }
                return null;
            }
        }
    }

    private int slot(long number) {
        return (int) (number % ring.length);
    }

    private String cursor(long number) {
        return run + "." + number;
    }

    /** The number in a cursor of this run; beyond all numbers when it is of another, or none at all. */
    private long number(String cursor) {
        Matcher parts = CURSOR.matcher(cursor);
        return parts.matches() && parts.group(1).equals(run) ? Long.parseLong(parts.group(2)) : Long.MAX_VALUE;
    }
}
