package io.acso.edge.identity;

import io.acso.domain.kernel.Digest;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses. An attempt counts as failed before it is judged, so that many at once gain nothing; after
 * five in a row each further one waits, twice as long as the one before, a quarter of an hour at the most.
 */
final class Attempts {

    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final int SCHEMA_VERSION = 1;

    private record Counted(int failed, @Nullable Instant lockedUntil) {}

    private final Durability durability;
    private final InstantSource clock;

    Attempts(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
    }

    /** Until when nobody may try; empty when this attempt may be judged. */
    Optional<Instant> begin(String what, String username) {
        Instant now = clock.instant();
        Optional<Item> item = durability.records().get(key(what, username));
        Counted before = item.map(each -> each.as(Counted.class)).orElse(new Counted(0, null));
        Instant locked = before.lockedUntil();
        if (locked != null && locked.isAfter(now)) {
            return Optional.of(locked);
        }
        Counted after = new Counted(before.failed() + 1, wait(before.failed() + 1, now));
        Item next = item.map(each -> each.replacedBy(after)).orElseGet(() -> fresh(what, username, after));
        try {
            durability.commit(
                    Commit.builder().put(next.expiring(now.plus(FORGOTTEN))).build());
            return Optional.empty();
        } catch (CommitConflict another) {
            // Somebody tries at this very moment.
            return Optional.of(now.plusSeconds(1));
        }
    }

    /** Until when the next attempt has to wait, if it has to. */
    Optional<Instant> lockedUntil(String what, String username) {
        return durability
                .records()
                .get(key(what, username))
                .map(each -> each.as(Counted.class))
                .flatMap(each -> Optional.ofNullable(each.lockedUntil()))
                .filter(until -> until.isAfter(clock.instant()));
    }

    void succeeded(String what, String username) {
        durability.commit(Commit.builder()
                .add(new Commit.Delete(key(what, username), Commit.Expect.ANYTHING))
                .build());
    }

    private static @Nullable Instant wait(int failed, Instant now) {
        if (failed < FREE) {
            return null;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failed - FREE, 10));
        return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Item fresh(String what, String username, Counted counted) {
        Key key = key(what, username);
        return Item.of(key.partition(), key.sort(), SCHEMA_VERSION, counted);
    }

    private static Key key(String what, String username) {
        return new Key("sign-in-attempts", Digest.ofParts(what, username).hex());
    }
}
