package io.acso.edge.identity;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.Shape;
import io.acso.platform.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records of one kind by id, changed in one commit with the ledger entry that tells of it. */
final class Register<T> {

    private static final int TRIES = 8;

    private final Durability durability;
    private final String partition;
    private final Shape<T> shape;

    Register(Durability durability, String partition, Class<T> type) {
        this.durability = durability;
        this.partition = partition;
        this.shape = Shape.first(type);
    }

    Optional<T> find(String id) {
        return durability.records().get(new Key(partition, id)).map(shape::read);
    }

    Page<T> page(int limit, @Nullable String cursor) {
        Page<Item> page = durability
                .records()
                .query(Query.partition(partition).limit(limit).after(cursor));
        return new Page<>(page.items().stream().map(shape::read).toList(), page.next());
    }

    List<T> indexed(String index, String under, int most) {
        return durability.records().all(Query.index(index, under), most).stream()
                .map(shape::read)
                .toList();
    }

    /** A record not yet written, for a commit with others. */
    Item item(String id, T value) {
        return shape.item(new Key(partition, id), value);
    }

    /** @throws CommitConflict when there is one of that id */
    void add(Item item, LedgerEntry entry) {
        durability.commit(Commit.builder().put(item).add(entry.append()).build());
    }

    /** With another record beside it. @throws CommitConflict when there is one of that id */
    void add(Item item, Item beside, LedgerEntry entry) {
        durability.commit(
                Commit.builder().put(item).put(beside).add(entry.append()).build());
    }

    /**
     * Changes what is there now, again when somebody else changed it meanwhile; nothing when it stays the same.
     *
     * @param change may refuse with an exception
     * @param entry null when the change is none that the ledger tells of
     */
    T change(String id, UnaryOperator<T> change, Function<T, @Nullable LedgerEntry> entry) {
        CommitConflict last = null;
        for (int i = 0; i < TRIES; i++) {
            Item item = durability
                    .records()
                    .get(new Key(partition, id))
                    .orElseThrow(() -> new IllegalArgumentException("there is no " + partition + " '" + id + "'"));
            T before = shape.read(item);
            T after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            Commit.Builder commit = Commit.builder().put(shape.replace(item, after));
            LedgerEntry told = entry.apply(after);
            if (told != null) {
                commit.add(told.append());
            }
            try {
                durability.commit(commit.build());
                return after;
            } catch (CommitConflict conflict) {
                last = conflict;
            }
        }
        throw last == null ? new IllegalStateException("not tried") : last;
    }

    /** What the ledger need not know. */
    void keep(Item item) {
        durability.commit(Commit.builder().put(item).build());
    }

    /** The ledger alone. */
    void tell(LedgerEntry entry) {
        durability.commit(Commit.builder().add(entry.append()).build());
    }

    /** Writes what only leads to other records. */
    void point(String id, T value) {
        durability.commit(Commit.builder().overwrite(item(id, value)).build());
    }

    /** One record instead of another. */
    void replace(String id, Item by, LedgerEntry entry) {
        durability.commit(Commit.builder()
                .add(new Commit.Delete(new Key(partition, id), Commit.Expect.ANYTHING))
                .put(by)
                .add(entry.append())
                .build());
    }

    void remove(String id, LedgerEntry entry) {
        durability.commit(Commit.builder()
                .add(new Commit.Delete(new Key(partition, id), Commit.Expect.ANYTHING))
                .add(entry.append())
                .build());
    }
}
