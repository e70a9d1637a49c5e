package io.acso.platform.ledger;

import io.acso.domain.kernel.Digest;
import java.util.List;

/** Shows that an entry is in the tree of a checkpoint: the hashes on the way from it to the root, lowest first. */
public record InclusionProof(long index, Checkpoint checkpoint, List<Digest> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether it shows that for this entry, given in its exact bytes. */
    public boolean proves(byte[] entry) {
        return MerkleProof.includes(MerkleTree.leafHash(entry), index, checkpoint.size(), hashes, checkpoint.root());
    }
}
