package io.acso.core.autonomy;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Which process is at which effect, where several share the durability. A lease is taken in the commit of the intent
 * and given back in the commit of the end; in between it is renewed, and when its process has died it runs out.
 */
final class EffectLeases {

    static final Duration LENGTH = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(EffectLeases.class.getName());
    private static final int SCHEMA_VERSION = 1;

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("effect-leases").factory());

    private final Durability durability;
    private final Owner owner;
    private final InstantSource clock;
    private final Set<Key> held = ConcurrentHashMap.newKeySet();

    /** Who is at it, until when. */
    record Lease(String owner, Instant until) {}

    EffectLeases(Durability durability, Owner owner, InstantSource clock) {
        this.durability = durability;
        this.owner = owner;
        this.clock = clock;
        if (!owner.alone()) {
            long every = LENGTH.dividedBy(3).toMillis();
            TIMER.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** The other process that is at it now. */
    Optional<String> elsewhere(String execution, String effect) {
        if (owner.alone()) {
            return Optional.empty();
        }
        return durability
                .records()
                .get(key(execution, effect))
                .map(item -> item.as(Lease.class))
                .filter(lease ->
                        !lease.owner().equals(owner.id()) && clock.instant().isBefore(lease.until()))
                .map(Lease::owner);
    }

    /** To be part of the intent's commit, which fails when another process takes it at the same moment. */
    List<Commit.Operation> take(String execution, String effect) {
        if (owner.alone()) {
            return List.of();
        }
        Key key = key(execution, effect);
        return List.of(put(key, durability.records().get(key)));
    }

    /** The intent is committed: the lease is kept from running out until it is given back. */
    void keep(String execution, String effect) {
        if (!owner.alone()) {
            held.add(key(execution, effect));
        }
    }

    /** Nobody here is at it any more, however that ended: a lease that is left runs out. */
    void letGo(String execution, String effect) {
        held.remove(key(execution, effect));
    }

    /** To be part of the commit of the end. */
    List<Commit.Operation> giveBack(String execution, String effect) {
        if (owner.alone()) {
            return List.of();
        }
        Key key = key(execution, effect);
        held.remove(key);
        return List.of(new Commit.Delete(key, Commit.Expect.ANYTHING));
    }

    void renew() {
        for (Key key : held) {
            try {
                renew(key);
            } catch (CommitConflict | DurabilityFailure e) {
                LOG.log(Level.WARNING, "the lease " + key + " was not renewed: " + e.getMessage());
            }
        }
    }

    /** One that has run out and was taken by another process is let go. */
    private void renew(Key key) {
        Optional<Item> item = durability.records().get(key);
        if (item.map(found -> found.as(Lease.class).owner().equals(owner.id())).orElse(false)) {
            durability.commit(Commit.builder().add(put(key, item)).build());
        } else {
            held.remove(key);
        }
    }

    private Commit.Put put(Key key, Optional<Item> read) {
        Lease lease = new Lease(owner.id(), clock.instant().plus(LENGTH));
        Item next = read.map(item -> item.replacedBy(lease))
                .orElseGet(() -> Item.of(key.partition(), key.sort(), SCHEMA_VERSION, lease));
        return new Commit.Put(next, Commit.Expect.version(next.version()));
    }

    private static Key key(String execution, String effect) {
        return new Key("effect-lease/" + execution, effect);
    }
}
