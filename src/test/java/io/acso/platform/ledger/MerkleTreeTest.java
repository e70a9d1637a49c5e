package io.acso.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.kernel.Digest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree of Certificate Transparency's reference implementation, and what RFC 6962 says of its proofs. */
class MerkleTreeTest {

    private static final List<Digest> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> MerkleTree.leafHash(HexFormat.of().parseHex(hex)))
            .toList();

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void roots_are_those_of_the_reference_tree() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(root(0, size).hex()).as("size %d", size).isEqualTo(ROOTS.get(size));
        }
        assertThat(MerkleTree.emptyRoot().hex()).isEqualTo(ROOTS.getFirst());
    }

    @Test
    void an_inclusion_proof_is_that_of_the_reference_tree() {
        assertThat(MerkleTree.inclusionProof(MerkleTreeTest::root, 0, 8))
                .extracting(Digest::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    }

    @Test
    void a_consistency_proof_is_that_of_the_reference_tree() {
        assertThat(MerkleTree.consistencyProof(MerkleTreeTest::root, 6, 8))
                .extracting(Digest::hex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void every_inclusion_proof_proves_its_own_entry_and_no_other() {
        for (int size = 1; size <= LEAVES.size(); size++) {
            for (int index = 0; index < size; index++) {
                List<Digest> proof = MerkleTree.inclusionProof(MerkleTreeTest::root, index, size);
                for (int claimed = 0; claimed < size; claimed++) {
                    assertThat(MerkleProof.includes(LEAVES.get(claimed), index, size, proof, root(0, size)))
                            .isEqualTo(claimed == index);
                    assertThat(MerkleProof.includes(LEAVES.get(index), claimed, size, proof, root(0, size)))
                            .isEqualTo(claimed == index);
                }
                assertThat(MerkleProof.includes(LEAVES.get(index), index, size, proof, root(0, size - 1)))
                        .isFalse();
            }
        }
    }

    @Test
    void every_consistency_proof_proves_its_own_sizes_and_no_others() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            for (int old = 0; old <= size; old++) {
                List<Digest> proof = MerkleTree.consistencyProof(MerkleTreeTest::root, old, size);
                assertThat(MerkleProof.extend(old, root(0, old), size, root(0, size), proof))
                        .as("%d to %d", old, size)
                        .isTrue();
                Digest other = Digest.of(new byte[] {1});
                assertThat(MerkleProof.extend(old, other, size, root(0, size), proof))
                        .isFalse();
                if (old > 0) {
                    assertThat(MerkleProof.extend(old, root(0, old), size, other, proof))
                            .isFalse();
                }
                if (!proof.isEmpty()) {
                    assertThat(MerkleProof.extend(
                                    old, root(0, old), size, root(0, size), proof.subList(1, proof.size())))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void an_entry_that_is_not_there_has_no_proof() {
        assertThatThrownBy(() -> MerkleTree.inclusionProof(MerkleTreeTest::root, 8, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(MerkleTreeTest::root, 9, 8))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_compact_range_holds_one_hash_for_each_bit_of_its_size() {
        CompactRange range = CompactRange.EMPTY;
        for (int i = 0; i < 1000; i++) {
            range = range.append(LEAVES.get(i % 8));
        }
        assertThat(range.peaks()).hasSize(Long.bitCount(1000));
        assertThat(range.root())
                .isEqualTo(plainRoot(IntStream.range(0, 1000)
                        .mapToObj(i -> LEAVES.get(i % 8))
                        .toList()));
    }

    /** Word for word as RFC 6962 defines it. */
    private static Digest plainRoot(List<Digest> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.nodeHash(plainRoot(leaves.subList(0, k)), plainRoot(leaves.subList(k, leaves.size())));
    }

    private static Digest root(long from, long to) {
        return MerkleTree.root(LEAVES.subList((int) from, (int) to));
    }
}
