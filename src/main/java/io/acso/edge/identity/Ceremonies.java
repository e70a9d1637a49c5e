package io.acso.edge.identity;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is known between the two halves of a ceremony: a challenge, a state. They are records, so that one process may
 * begin what another ends, and each ends once. One that is not ended is gone after five minutes.
 */
public final class Ceremonies {

    public static final Duration LASTS = Duration.ofMinutes(5);

    private static final int SCHEMA_VERSION = 1;

    private final Durability durability;
    private final InstantSource clock;

    public Ceremonies(Durability durability, InstantSource clock) {
        this.durability = durability;
        this.clock = clock;
    }

    /**
     * Keeps what is needed to end it.
     *
     * @param what a record of small things, as JSON
     * @return the token for the browser that began it
     */
    public String begin(Object what) {
        String token = Secrets.token();
        Key key = key(token, what.getClass());
        Item item = Item.of(key.partition(), key.sort(), SCHEMA_VERSION, what);
        durability.commit(
                Commit.builder().put(item.expiring(clock.instant().plus(LASTS))).build());
        return token;
    }

    /** What was kept; it stays. */
    public <T> Optional<T> look(String token, Class<T> kind) {
        return durability.records().get(key(token, kind)).map(item -> item.as(kind));
    }

    /** What was kept, for whoever of several comes first. */
    public <T> Optional<T> end(String token, Class<T> kind) {
        Optional<Item> held = durability.records().get(key(token, kind));
        try {
            held.ifPresent(item -> durability.commit(Commit.builder()
                    .add(new Commit.Delete(item.key(), Commit.Expect.version(item.version())))
                    .build()));
        } catch (CommitConflict another) {
            return Optional.empty();
        }
        return held.map(item -> item.as(kind));
    }

    private static Key key(String token, Class<?> kind) {
        return new Key("ceremony", Secrets.hash(kind.getSimpleName() + " " + token));
    }
}
