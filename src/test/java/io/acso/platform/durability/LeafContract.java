package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ledger leaves: numbered from 0 without gaps, in the order of commits. */
public abstract class LeafContract extends ContractSuite {

    protected LeafContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void leaves_are_numbered_in_the_order_of_commits_and_within_one() {
        append("a", "b");
        append("c");
        assertThat(leaves(0, 10)).containsExactly("0 a", "1 b", "2 c");
        assertThat(leaves(1, 1)).containsExactly("1 b");
        assertThat(leaves(3, 10)).isEmpty();
    }

    @Test
    void a_refused_commit_leaves_no_gap() {
        append("a");
        put(item("p", "s"));
        assertThatThrownBy(() ->
                        commit(new Commit.Append(text("lost")), new Commit.Put(item("p", "s"), Commit.Expect.ABSENT)))
                .isInstanceOf(CommitConflict.class);
        append("b");
        reopen();
        append("c");
        assertThat(leaves(0, 10)).containsExactly("0 a", "1 b", "2 c");
    }

    @Test
    void a_leaf_keeps_its_exact_bytes() {
        byte[] bytes = {0, 10, 13, -1, -128, 34};
        commit(new Commit.Append(bytes));
        assertThat(durability.leaves(0, 1).getFirst().entry()).isEqualTo(bytes);
    }

    private void append(String... entries) {
        durability.commit(Commit.builder()
                .addAll(List.of(entries).stream()
                        .map(entry -> new Commit.Append(text(entry)))
                        .toList())
                .build());
    }

    private List<String> leaves(long from, int max) {
        return durability.leaves(from, max).stream()
                .map(leaf -> leaf.sequence() + " " + new String(leaf.entry(), StandardCharsets.UTF_8))
                .toList();
    }
}
