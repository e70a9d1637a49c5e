package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.acso.platform.durability.Commit.Expect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records: conditional writes, reads in order, indexes. */
public abstract class RecordsContract extends ContractSuite {

    protected RecordsContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void a_record_is_read_as_it_was_written() {
        Item written = new Item(
                new Key("incident", "a ✓ \uD83D\uDE80"),
                0,
                7,
                new byte[] {0, -1, 127},
                Map.of("by-state", new Key("open", "2026")));
        put(written);
        assertThat(durability.records().get(written.key())).hasValueSatisfying(read -> {
            assertThat(read.version()).isEqualTo(1);
            assertThat(read.schemaVersion()).isEqualTo(7);
            assertThat(read.body()).isEqualTo(written.body());
            assertThat(read.indexes()).isEqualTo(written.indexes());
        });
        assertThat(durability.records().get(new Key("incident", "b"))).isEmpty();
    }

    @Test
    void a_version_counts_the_writes_and_guards_them() {
        put(item("p", "s"));
        Item first = durability.records().get(new Key("p", "s")).orElseThrow();
        put(first);
        assertThatThrownBy(() -> put(first)).isInstanceOf(CommitConflict.class).hasMessageContaining("p / s");
        assertThatThrownBy(() -> put(item("p", "s"))).isInstanceOf(CommitConflict.class);
        assertThat(durability.records().get(first.key()).orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    void an_overwrite_asks_for_nothing_and_still_counts() {
        durability.commit(Commit.builder().overwrite(item("p", "s")).build());
        durability.commit(Commit.builder().overwrite(item("p", "s")).build());
        assertThat(durability.records().get(new Key("p", "s")).orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    void a_delete_and_a_check_expect_versions_too() {
        Key key = new Key("p", "s");
        put(item("p", "s"));
        assertThatThrownBy(() -> commit(new Commit.Delete(key, Expect.version(2))))
                .isInstanceOf(CommitConflict.class);
        assertThatThrownBy(() -> commit(new Commit.Check(key, Expect.ABSENT))).isInstanceOf(CommitConflict.class);
        commit(new Commit.Check(key, Expect.version(1)));
        commit(new Commit.Delete(key, Expect.version(1)));
        assertThat(durability.records().get(key)).isEmpty();
        commit(new Commit.Delete(key, Expect.ANYTHING), new Commit.Check(new Key("p", "t"), Expect.ABSENT));
    }

    @Test
    void a_partition_is_read_in_the_order_of_its_sort_keys() {
        for (String sort : List.of("b", "a", "ab", "é", "\uD83D\uDE80", "z", "\uFFFD")) {
            put(item("p", sort));
        }
        put(item("other", "aa"));
        assertThat(sorts(Query.partition("p"))).containsExactly("a", "ab", "b", "z", "é", "\uFFFD", "\uD83D\uDE80");
        assertThat(sorts(Query.partition("p").newestFirst()))
                .containsExactly("\uD83D\uDE80", "\uFFFD", "é", "z", "b", "ab", "a");
        assertThat(sorts(Query.partition("p").prefix("a"))).containsExactly("a", "ab");
        assertThat(sorts(Query.partition("p").prefix("\uD83D\uDE80"))).containsExactly("\uD83D\uDE80");
        assertThat(sorts(Query.partition("nothing"))).isEmpty();
    }

    @Test
    void pages_join_without_gap_or_repetition() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String sort = "x%02d".formatted(i);
            put(item("p", sort).indexed(Map.of("i", new Key("all", i % 3 == 0 ? "same" : sort))));
            expected.add(sort);
        }
        put(item("p", "y"));
        for (int limit : new int[] {1, 4, 5, 25, 100}) {
            Query query = Query.partition("p").prefix("x").limit(limit);
            assertThat(pages(query)).as("limit %d", limit).isEqualTo(expected);
            assertThat(pages(query.newestFirst())).isEqualTo(expected.reversed());
            assertThat(pages(Query.index("i", "all").limit(limit)))
                    .containsExactlyInAnyOrderElementsOf(expected)
                    .isEqualTo(pages(Query.index("i", "all").newestFirst().limit(limit))
                            .reversed());
        }
        assertThat(durability.records().query(Query.partition("p").limit(26)).next())
                .isNull();
        assertThatThrownBy(() -> durability.records().query(Query.partition("p").after("%%%")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void an_index_follows_its_records() {
        Item first = item("p", "1").indexed(Map.of("state", new Key("open", "2026-01"), "owner", new Key("ann", "1")));
        put(first);
        put(item("p", "2").indexed(Map.of("state", new Key("open", "2025-12"))));
        assertThat(sorts(Query.index("state", "open"))).containsExactly("2", "1");
        assertThat(sorts(Query.index("state", "open").prefix("2026"))).containsExactly("1");
        assertThat(sorts(Query.index("owner", "ann"))).containsExactly("1");

        Item read = durability.records().get(first.key()).orElseThrow();
        put(read.indexed(Map.of("state", new Key("closed", "2026-01"))));
        assertThat(sorts(Query.index("state", "open"))).containsExactly("2");
        assertThat(sorts(Query.index("state", "closed"))).containsExactly("1");
        assertThat(sorts(Query.index("owner", "ann"))).isEmpty();

        commit(new Commit.Delete(first.key(), Expect.ANYTHING));
        assertThat(sorts(Query.index("state", "closed"))).isEmpty();
    }

    @Test
    void an_index_may_lag_while_reads_by_key_do_not() {
        Duration lag = Duration.ofSeconds(5);
        reopen(lag);
        put(item("p", "1").indexed(Map.of("state", new Key("open", "1"))));
        assertThat(durability.records().get(new Key("p", "1"))).isPresent();
        assertThat(sorts(Query.partition("p"))).containsExactly("1");
        if (indexesLagAsAsked()) {
            assertThat(sorts(Query.index("state", "open"))).isEmpty();
        }
        clock.advance(lag);
        await().untilAsserted(
                        () -> assertThat(sorts(Query.index("state", "open"))).containsExactly("1"));
    }

    @Test
    void a_limit_below_one_is_an_error() {
        assertThatThrownBy(() -> durability.records().query(Query.partition("p").limit(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> sorts(Query query) {
        return durability.records().query(query).items().stream()
                .map(item -> item.key().sort())
                .toList();
    }

    private List<String> pages(Query query) {
        List<String> sorts = new ArrayList<>();
        Page<Item> page = durability.records().query(query);
        page.items().forEach(item -> sorts.add(item.key().sort()));
        if (page.next() != null) {
            sorts.addAll(pages(query.after(page.next())));
        }
        return sorts;
    }
}
