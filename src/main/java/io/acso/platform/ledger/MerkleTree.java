package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1: hashes, and proofs made from them. Verifying is in {@link MerkleProof}.
 * Nothing here keeps state; where hashes come from is the caller's affair.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** Gives the root over the leaves from one (inclusive) to another (exclusive). */
    public interface Roots {
        Digest root(long from, long to);
    }

    public static Digest emptyRoot() {
        return Digest.of(new byte[0]);
    }

    public static Digest leafHash(byte[] entry) {
        byte[] input = new byte[entry.length + 1];
        input[0] = LEAF;
        System.arraycopy(entry, 0, input, 1, entry.length);
        return Digest.of(input);
    }

    public static Digest nodeHash(Digest left, Digest right) {
        byte[] input = new byte[1 + 32 + 32];
        input[0] = NODE;
        System.arraycopy(left.bytes(), 0, input, 1, 32);
        System.arraycopy(right.bytes(), 0, input, 33, 32);
        return Digest.of(input);
    }

    public static Digest root(List<Digest> leafHashes) {
        CompactRange range = CompactRange.EMPTY;
        for (Digest leaf : leafHashes) {
            range = range.append(leaf);
        }
        return range.root();
    }

    /** The hashes that lead from a leaf to the root of the first {@code size} leaves, the lowest first. */
    public static List<Digest> inclusionProof(Roots roots, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no entry %d in a tree of %d".formatted(index, size));
        }
        List<Digest> proof = new ArrayList<>();
        inclusion(roots, index, 0, size, proof);
        return proof;
    }

    /** The hashes that show that the tree of {@code size} leaves begins with the tree of {@code oldSize}. */
    public static List<Digest> consistencyProof(Roots roots, long oldSize, long size) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("a tree of %d has no earlier size %d".formatted(size, oldSize));
        }
        List<Digest> proof = new ArrayList<>();
        if (oldSize > 0) {
            consistency(roots, oldSize, 0, size, true, proof);
        }
        return proof;
    }

    private static void inclusion(Roots roots, long index, long from, long to, List<Digest> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            inclusion(roots, index, from, middle, proof);
            proof.add(roots.root(middle, to));
        } else {
            inclusion(roots, index, middle, to, proof);
            proof.add(roots.root(from, middle));
        }
    }

    /** {@code whole}: the part so far is the old tree itself, whose root the verifier knows. */
    private static void consistency(Roots roots, long old, long from, long to, boolean whole, List<Digest> proof) {
        if (old == to) {
            if (!whole) {
                proof.add(roots.root(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (old <= middle) {
            consistency(roots, old, from, middle, whole, proof);
            proof.add(roots.root(middle, to));
        } else {
            consistency(roots, old, middle, to, false, proof);
            proof.add(roots.root(from, middle));
        }
    }

    /** The largest power of two below the size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
