package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import io.acso.platform.durability.Commit;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Durability;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.LedgerLeaf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The tree over all ledger entries of a durability provider. Entries arrive with commits; asking for a checkpoint
 * integrates them. The head that is kept follows from the entries alone, so it does not matter who integrates.
 */
public final class Ledger {

    private static final Key HEAD = new Key("ledger", "head");
    private static final int HEAD_SCHEMA = 1;
    private static final int BATCH = 1000;

    private final Durability durability;
    private final LedgerKey key;

    private Ledger(Durability durability, LedgerKey key) {
        this.durability = durability;
        this.key = key;
    }

    /**
     * Opens the ledger.
     *
     * @param directory where {@code ledger.key} is kept; made on first use, for its owner alone
     * @param origin the name of this ledger in its checkpoints, like an address without its scheme, no spaces
     */
    public static Ledger open(Durability durability, Path directory, String origin) {
        return new Ledger(durability, LedgerKey.at(directory.resolve("ledger.key"), origin));
    }

    /** Integrates every entry so far and signs the result. */
    public Checkpoint checkpoint() {
        CompactRange head = integrate();
        return Checkpoint.sign(key, head.size(), head.root());
    }

    /** The key that verifies the checkpoints, in the text form of C2SP's signed-note. */
    public String publicKey() {
        return key.verifier().text();
    }

    public List<LedgerLeaf> entries(long from, int max) {
        return durability.leaves(from, max);
    }

    /** @throws IllegalArgumentException when there is no entry of that index */
    public InclusionProof inclusion(long index) {
        Checkpoint checkpoint = checkpoint();
        return new InclusionProof(index, checkpoint, MerkleTree.inclusionProof(this::root, index, checkpoint.size()));
    }

    /** Shows that the present {@link #checkpoint} begins with the first {@code oldSize} entries. */
    public List<Digest> consistency(long oldSize) {
        return MerkleTree.consistencyProof(this::root, oldSize, integrate().size());
    }

    /** Writes a bundle that {@link LedgerVerification} verifies anywhere; the directory is made. */
    public Checkpoint export(Path directory) throws IOException {
        Checkpoint checkpoint = checkpoint();
        new Bundle(directory).write(checkpoint, publicKey(), this::entries);
        return checkpoint;
    }

    private CompactRange integrate() {
        Item stored = durability
                .records()
                .get(HEAD)
                .orElseGet(() -> Item.of(HEAD.partition(), HEAD.sort(), HEAD_SCHEMA, CompactRange.EMPTY));
        CompactRange before = stored.as(CompactRange.class);
        CompactRange head = append(before);
        if (head.size() > before.size()) {
            Item next = Item.of(HEAD.partition(), HEAD.sort(), HEAD_SCHEMA, head);
            keep(new Item(HEAD, stored.version(), HEAD_SCHEMA, next.body(), next.indexes()));
        }
        return head;
    }

    private CompactRange append(CompactRange before) {
        CompactRange head = before;
        List<LedgerLeaf> batch;
        do {
            batch = durability.leaves(head.size(), BATCH);
            for (LedgerLeaf leaf : batch) {
                head = head.append(MerkleTree.leafHash(leaf.entry()));
            }
        } while (batch.size() == BATCH);
        return head;
    }

    private void keep(Item head) {
        try {
            durability.commit(Commit.builder().put(head).build());
        } catch (CommitConflict e) {
            System.getLogger(Ledger.class.getName())
                    .log(System.Logger.Level.DEBUG, "another integrated the same entries", e);
        }
    }

    private Digest root(long from, long to) {
        CompactRange range = CompactRange.EMPTY;
        for (long at = from; at < to; at += BATCH) {
            for (LedgerLeaf leaf : durability.leaves(at, (int) Math.min(BATCH, to - at))) {
                range = range.append(MerkleTree.leafHash(leaf.entry()));
            }
        }
        return range.root();
    }
}
