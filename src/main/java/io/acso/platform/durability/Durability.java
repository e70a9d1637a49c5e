package io.acso.platform.durability;

import java.util.List;

/** The provider of durable state. What it offers changes only through {@link #commit}. */
public interface Durability extends AutoCloseable {

    /**
     * Makes everything in it happen, or nothing, and returns when it is on stable storage.
     *
     * @throws CommitConflict when an expectation did not hold or a lease was lost: read again and decide anew
     * @throws CommitRefused when it breaks a limit of {@link Commit}; repeating it cannot help
     * @throws DurabilityFailure when the storage failed; nothing of it happened
     */
    void commit(Commit commit);

    RecordStore records();

    /** The queue of that name, made on first use. */
    TaskQueue queue(String name);

    /** Names of the queues that were ever used. */
    List<String> queues();

    Topic topic();

    /** Ledger entries from {@code sequence} on, in commit order, {@code max} at the most. */
    List<LedgerLeaf> leaves(long sequence, int max);

    @Override
    void close();
}
