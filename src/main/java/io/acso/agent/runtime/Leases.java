package io.acso.agent.runtime;

import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.TaskQueue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps what is worked on from being given to somebody else, up to the longest that an attempt may take. Nothing keeps
 * it when this process has died or hangs: then it comes back when the lease has run out.
 */
final class Leases {

    private static final System.Logger LOG = System.getLogger(Leases.class.getName());
    private static final int BEATS_A_LEASE = 3;

    private record Kept(Delivery delivery, Instant since) {}

    private final TaskQueue queue;
    private final AgentSettings settings;
    private final InstantSource clock;
    private final ConcurrentMap<String, Kept> inHand = new ConcurrentHashMap<>();

    Leases(TaskQueue queue, AgentSettings settings, InstantSource clock) {
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    static Duration beat(AgentSettings settings) {
        return settings.lease().dividedBy(BEATS_A_LEASE);
    }

    void keep(Delivery delivery) {
        inHand.put(delivery.receipt(), new Kept(delivery, clock.instant()));
    }

    void letGo(Delivery delivery) {
        inHand.remove(delivery.receipt());
    }

    /** Extends what was begun before the last beat: most work is done sooner and costs nothing here. */
    void beat() {
        Instant now = clock.instant();
        for (Kept kept : inHand.values()) {
            boolean young = kept.since().plus(beat(settings)).isAfter(now);
            boolean tooOld = !kept.since().plus(settings.longest()).isAfter(now);
            if (!young && !tooOld) {
                extend(kept.delivery());
            }
        }
    }

    /** Trouble with one must not end the beats that follow. */
    private void extend(Delivery delivery) {
        try {
            queue.extend(delivery, settings.lease());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the lease of " + delivery.message().id() + " could not be extended", e);
        }
    }
}
