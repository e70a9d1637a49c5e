package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import org.jspecify.annotations.Nullable;

/** What one pass over listed hashes and entries finds, in memory that does not grow with them. */
final class BundleScan {

    private final long earlierSize;
    private CompactRange hashes = CompactRange.EMPTY;
    private CompactRange entries = CompactRange.EMPTY;
    private Digest earlierRoot = MerkleTree.emptyRoot();
    private @Nullable Long firstDifference;

    BundleScan(long earlierSize) {
        this.earlierSize = earlierSize;
    }

    void add(Digest listed, Digest actual) {
        if (firstDifference == null && !listed.equals(actual)) {
            firstDifference = hashes.size();
        }
        hashes = hashes.append(listed);
        entries = entries.append(actual);
        if (entries.size() == earlierSize) {
            earlierRoot = entries.root();
        }
    }

    Digest hashesRoot() {
        return hashes.root();
    }

    Digest entriesRoot() {
        return entries.root();
    }

    /** Over as many of the entries as the earlier checkpoint has. */
    Digest earlierRoot() {
        return earlierRoot;
    }

    /** The first entry that does not have its listed hash. */
    @Nullable
    Long firstDifference() {
        return firstDifference;
    }
}
