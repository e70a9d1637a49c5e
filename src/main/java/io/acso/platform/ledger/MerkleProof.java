package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import java.util.List;

/** Verifies the proofs of {@link MerkleTree}, as RFC 9162, sections 2.1.3.2 and 2.1.4.2, says. */
public final class MerkleProof {

    private MerkleProof() {}

    /** Whether the proof leads from the leaf at {@code index} to the root of a tree of {@code size}. */
    public static boolean includes(Digest leaf, long index, long size, List<Digest> proof, Digest root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Digest hash = leaf;
        for (Digest sibling : proof) {
            if (last == 0) {
                return false;
            }
            if (isRight(node, last)) {
                hash = MerkleTree.nodeHash(sibling, hash);
                int skipped = skipped(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = MerkleTree.nodeHash(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the proof shows that the tree of {@code size} begins with the tree of {@code oldSize}. */
    public static boolean extend(long oldSize, Digest oldRoot, long size, Digest root, List<Digest> proof) {
        if (oldSize == 0) {
            return proof.isEmpty() && oldRoot.equals(MerkleTree.emptyRoot());
        }
        if (oldSize == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        if (oldSize < 0 || oldSize > size || proof.isEmpty()) {
            return false;
        }
        // The root of a tree of a power of two is a node of the newer tree, so the proof leaves it out.
        boolean known = Long.bitCount(oldSize) == 1;
        Digest start = known ? oldRoot : proof.getFirst();
        return climb(oldSize, oldRoot, size, root, start, proof.subList(known ? 0 : 1, proof.size()));
    }

    private static boolean climb(
            long oldSize, Digest oldRoot, long size, Digest root, Digest start, List<Digest> path) {
        int complete = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> complete;
        long last = (size - 1) >> complete;
        Digest before = start;
        Digest now = start;
        for (Digest sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node, last)) {
                before = MerkleTree.nodeHash(sibling, before);
                now = MerkleTree.nodeHash(sibling, now);
                int skipped = skipped(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                now = MerkleTree.nodeHash(now, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(oldRoot) && now.equals(root);
    }

    /** A node whose sibling is to its left: an odd one, or the last of its level, paired only further up. */
    private static boolean isRight(long node, long last) {
        return (node & 1) == 1 || node == last;
    }

    /** The levels that the last node of a level rises without a sibling. */
    private static int skipped(long node) {
        return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
    }
}
