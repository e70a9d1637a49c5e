package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * All that must be known of a tree to append to it: the roots of its complete subtrees, the largest first, one for each
 * bit of the size.
 */
public record CompactRange(long size, List<Digest> peaks) {

    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    public CompactRange {
        peaks = List.copyOf(peaks);
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(
                    "a tree of %d has %d complete subtrees, not %d".formatted(size, Long.bitCount(size), peaks.size()));
        }
    }

    public CompactRange append(Digest leafHash) {
        List<Digest> next = new ArrayList<>(peaks);
        Digest hash = leafHash;
        for (int merges = Long.numberOfTrailingZeros(~size); merges > 0; merges--) {
            hash = MerkleTree.nodeHash(next.removeLast(), hash);
        }
        next.add(hash);
        return new CompactRange(size + 1, next);
    }

    public Digest root() {
        if (peaks.isEmpty()) {
            return MerkleTree.emptyRoot();
        }
        Digest root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = MerkleTree.nodeHash(peaks.get(i), root);
        }
        return root;
    }
}
