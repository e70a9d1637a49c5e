package io.acso.agent.runtime;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The records as an agent's task sees them: a record that it has written reads as written, still at the version that
 * was there before, and what is written last is what is committed. Queries see what is committed.
 */
final class StagedRecords implements RecordStore {

    private final RecordStore committed;
    private final Map<Key, Commit.Put> staged = new LinkedHashMap<>();

    StagedRecords(RecordStore committed) {
        this.committed = committed;
    }

    /** What the first write of a record expected is what its commit expects. */
    void put(Item item, Commit.Expect expected) {
        Commit.Put before = staged.get(item.key());
        staged.put(item.key(), new Commit.Put(item, before == null ? expected : before.expected()));
    }

    Collection<Commit.Put> puts() {
        return staged.values();
    }

    @Override
    public Optional<Item> get(Key key) {
        Commit.Put put = staged.get(key);
        return put == null ? committed.get(key) : Optional.of(put.item());
    }

    @Override
    public Page<Item> query(Query query) {
        return committed.query(query);
    }
}
