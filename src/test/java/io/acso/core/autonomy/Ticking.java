package io.acso.core.autonomy;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.RecordStore;
import io.acso.platform.durability.TaskQueue;
import io.acso.platform.durability.Topic;
import java.util.List;

/** Lets something happen right before each commit, and right after. */
record Ticking(Durability beneath, Runnable before, Runnable after) implements Durability {

    Ticking(Durability beneath, Runnable before) {
        this(beneath, before, () -> {});
    }

    @Override
    public void commit(Commit commit) {
        before.run();
        beneath.commit(commit);
        after.run();
    }

    @Override
    public RecordStore records() {
        return beneath.records();
    }

    @Override
    public TaskQueue queue(String name) {
        return beneath.queue(name);
    }

    @Override
    public List<String> queues() {
        return beneath.queues();
    }

    @Override
    public Topic topic() {
        return beneath.topic();
    }

    @Override
    public List<LedgerLeaf> leaves(long sequence, int max) {
        return beneath.leaves(sequence, max);
    }

    @Override
    public void close() {
        beneath.close();
    }
}
