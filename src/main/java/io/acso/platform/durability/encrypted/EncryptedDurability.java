package io.acso.platform.durability.encrypted;

import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Commit.Operation;
import io.acso.platform.durability.CommitLimits;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.Topic;
import java.util.List;
import java.util.Optional;

/**
 * Any provider's durability with encrypted bodies of records, messages, timers and dead letters. Keys, indexes, the
 * envelopes of messages and the ledger stay in clear: they are what the provider works with.
 */
public final class EncryptedDurability implements Durability {

    private final Durability inner;
    private final Bodies bodies;
    private final EncryptingThreads encrypting;

    public EncryptedDurability(Durability inner, BodyCipher cipher) {
        this.inner = inner;
        this.bodies = new Bodies(cipher);
        this.encrypting = new EncryptingThreads();
    }

    /** Limits hold for what is stored: a body may be {@link BodyCipher#OVERHEAD} bytes smaller, a message's a quarter. */
    @Override
    public void commit(Commit commit) {
        CommitLimits.check(commit);
        inner.commit(new Commit(encrypting.call(
                () -> commit.operations().stream().map(this::encrypted).toList())));
    }

    private Operation encrypted(Operation operation) {
        return switch (operation) {
            case Commit.Put(var item, var expected) -> new Commit.Put(bodies.encrypted(item), expected);
            case Commit.Send(var queue, var message) -> new Commit.Send(queue, bodies.encrypted(queue, message));
            case Commit.Schedule(var timer) -> new Commit.Schedule(bodies.encrypted(timer));
            case Commit.Delete _,
                    Commit.Check _,
                    Commit.Acknowledge _,
                    Commit.Redrive _,
                    Commit.Purge _,
                    Commit.Cancel _,
                    Commit.Append _,
                    Commit.Announce _ -> operation;
        };
    }

    @Override
    public RecordStore records() {
        return new Records(inner.records(), bodies);
    }

    private record Records(RecordStore inner, Bodies bodies) implements RecordStore {
        @Override
        public Optional<Item> get(Key key) {
            return inner.get(key).map(bodies::clear);
        }

        @Override
        public Page<Item> query(Query query) {
            Page<Item> page = inner.query(query);
            return new Page<>(page.items().stream().map(bodies::clear).toList(), page.next());
        }
    }

    @Override
    public TaskQueue queue(String name) {
        return new EncryptedQueue(inner.queue(name), bodies);
    }

    @Override
    public List<String> queues() {
        return inner.queues();
    }

    @Override
    public Topic topic() {
        return inner.topic();
    }

    @Override
    public List<LedgerLeaf> leaves(long sequence, int max) {
        return inner.leaves(sequence, max);
    }

    @Override
    public void close() {
        inner.close();
        encrypting.close();
    }
}
