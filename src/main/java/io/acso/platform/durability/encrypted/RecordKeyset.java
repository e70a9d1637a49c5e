package io.acso.platform.durability.encrypted;

import io.acso.platform.crypto.KeysetStore;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The wrapped data keys as a record, for several processes that share a provider. */
public final class RecordKeyset implements KeysetStore {

    static final Key KEY = new Key("encryption", "keyset");

    private static final int SCHEMA_VERSION = 1;

    private final Durability durability;

    /** @param durability as its provider keeps it: these keys cannot be under themselves */
    public RecordKeyset(Durability durability) {
        this.durability = durability;
    }

    @Override
    public String where() {
        return "the record " + KEY.partition() + " / " + KEY.sort();
    }

    @Override
    public Optional<Stored> load() {
        return durability.records().get(KEY).map(item -> new Stored(item.body(), item.version()));
    }

    @Override
    public boolean save(Stored changed) {
        try {
            Item item = new Item(KEY, changed.version(), SCHEMA_VERSION, changed.document(), Map.of());
            durability.commit(Commit.builder().put(item).build());
            return true;
        } catch (CommitConflict e) {
            return false;
        }
    }

    /** Twice as long as a process goes without looking for new keys. */
    @Override
    public Duration lag() {
        return Duration.ofMinutes(2);
    }
}
