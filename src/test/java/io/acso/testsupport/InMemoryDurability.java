package io.acso.testsupport;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.CommitRefused;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.Topic;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Records in memory, for what only writes and reads records; it has no queues. */
public final class InMemoryDurability implements Durability, RecordStore {

    private final TreeMap<Key, Item> items =
            new TreeMap<>(Comparator.comparing(Key::partition).thenComparing(Key::sort));

    @Override
    public synchronized void commit(Commit commit) {
        if (commit.operations().size() > Commit.MAX_OPERATIONS) {
            throw new CommitRefused("more than " + Commit.MAX_OPERATIONS + " operations");
        }
        Set<Key> keys = new HashSet<>();
        commit.operations().forEach(operation -> check(operation, keys));
        commit.operations().forEach(this::apply);
    }

    private void check(Commit.Operation operation, Set<Key> keys) {
        switch (operation) {
            case Commit.Put put -> expect(put.item().key(), put.expected(), keys);
            case Commit.Delete delete -> expect(delete.key(), delete.expected(), keys);
            default -> throw new UnsupportedOperationException("records only, not " + operation);
        }
    }

    private void expect(Key key, Commit.Expect expected, Set<Key> keys) {
        if (!keys.add(key)) {
            throw new CommitRefused("two operations on " + key);
        }
        long version = items.containsKey(key) ? items.get(key).version() : 0;
        boolean holds = switch (expected) {
            case Commit.Expect.Absent absent -> version == 0;
            case Commit.Expect.Version at -> version == at.version();
            case Commit.Expect.Anything any -> true;
        };
        if (!holds) {
            throw new CommitConflict(key + " is at version " + version);
        }
    }

    private void apply(Commit.Operation operation) {
        switch (operation) {
            case Commit.Put put -> {
                Item item = put.item();
                long version =
                        items.containsKey(item.key()) ? items.get(item.key()).version() + 1 : 1;
                items.put(
                        item.key(),
                        new Item(
                                item.key(),
                                version,
                                item.schemaVersion(),
                                item.body(),
                                item.indexes(),
                                item.expires()));
            }
            case Commit.Delete delete -> items.remove(delete.key());
            default -> throw new UnsupportedOperationException("records only, not " + operation);
        }
    }

    @Override
    public RecordStore records() {
        return this;
    }

    @Override
    public synchronized Optional<Item> get(Key key) {
        return Optional.ofNullable(items.get(key));
    }

    @Override
    public synchronized Page<Item> query(Query query) {
        List<Item> all = (query.descending() ? items.descendingMap() : items)
                .values().stream()
                        .filter(item -> item.key().partition().equals(query.partition()))
                        .filter(item -> item.key().sort().startsWith(query.sortPrefix()))
                        .toList();
        List<Item> rest = all.stream().filter(item -> isAfter(item, query)).toList();
        List<Item> page = rest.stream().limit(query.limit()).toList();
        boolean more = page.size() < rest.size() && !page.isEmpty();
        return new Page<>(page, more ? page.getLast().key().sort() : null);
    }

    private static boolean isAfter(Item item, Query query) {
        if (query.cursor() == null) {
            return true;
        }
        int order = item.key().sort().compareTo(query.cursor());
        return query.descending() ? order < 0 : order > 0;
    }

    @Override
    public TaskQueue queue(String name) {
        throw new UnsupportedOperationException("records only");
    }

    @Override
    public List<String> queues() {
        return List.of();
    }

    @Override
    public Topic topic() {
        throw new UnsupportedOperationException("records only");
    }

    @Override
    public List<LedgerLeaf> leaves(long sequence, int max) {
        return List.of();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
