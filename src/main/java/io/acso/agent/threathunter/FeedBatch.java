package io.acso.agent.threathunter;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.Commit.Operation;
import io.acso.platform.durability.Durability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operations on their way into commits that stay well below the limits, however much one event says. */
final class FeedBatch {

    private static final int OPERATIONS = 60;
    private static final long BYTES = 1024 * 1024;

    private final Durability durability;
    private final Map<Object, Operation> operations = new LinkedHashMap<>();
    private long bytes;
    private boolean committed;

    FeedBatch(Durability durability) {
        this.durability = durability;
    }

    /** Adds operations that belong into one commit; of those with one key the last counts. */
    void add(Map<?, ? extends Operation> together, long size) {
        operations.putAll(together);
        bytes += size;
        if (operations.size() >= OPERATIONS || bytes >= BYTES) {
            durability.commit(new Commit(List.copyOf(operations.values())));
            operations.clear();
            bytes = 0;
            committed = true;
        }
    }

    /** Whether anything was added, committed already or not. */
    boolean used() {
        return committed || !operations.isEmpty();
    }

    /** Commits what is left, with these last. */
    void close(List<? extends Operation> last) {
        last.forEach(operation -> operations.put(operation, operation));
        if (!operations.isEmpty()) {
            durability.commit(new Commit(List.copyOf(operations.values())));
        }
    }
}
