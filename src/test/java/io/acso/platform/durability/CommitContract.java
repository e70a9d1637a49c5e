package io.acso.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.acso.platform.durability.Commit.Expect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commits: whole or not at all, within limits, visible in order, however many at once. */
public abstract class CommitContract extends ContractSuite {

    protected CommitContract(DurabilityProvider provider) {
        super(provider);
    }

    @Test
    void everything_in_a_commit_happens_together() {
        send("in", message("task"));
        Delivery task = receiveOne("in");
        durability.commit(Commit.builder()
                .put(item("p", "s"))
                .send("out", message("next"))
                .add(new Commit.Schedule(new Timer("t", clock.instant(), "out", message("timed"))))
                .add(new Commit.Append(text("decided")))
                .acknowledge(task)
                .build());
        assertThat(durability.records().get(new Key("p", "s"))).isPresent();
        assertThat(received("out")).containsExactly("next", "timed");
        assertThat(durability.leaves(0, 10))
                .extracting(leaf -> new String(leaf.entry(), StandardCharsets.UTF_8))
                .containsExactly("decided");
        assertThat(durability.queue("in").depth().lent()).isZero();
    }

    @Test
    void a_conflict_leaves_nothing_behind() {
        send("in", message("task"));
        Delivery task = receiveOne("in");
        put(item("p", "taken"));
        List<Announcement> heard = new CopyOnWriteArrayList<>();
        try (var listening = durability.topic().subscribe(heard::add)) {
            assertThatThrownBy(() -> durability.commit(Commit.builder()
                            .put(item("p", "s"))
                            .send("out", message("next"))
                            .add(new Commit.Append(text("decided")))
                            .add(new Commit.Announce(fact("Lost")))
                            .acknowledge(task)
                            .add(new Commit.Put(item("p", "taken"), Expect.ABSENT))
                            .build()))
                    .isInstanceOf(CommitConflict.class);
            commit(new Commit.Announce(fact("Kept")));
            await().until(() -> !heard.isEmpty());
        }
        assertThat(heard).extracting(Announcement::type).containsExactly("Kept");
        assertThat(durability.records().get(new Key("p", "s"))).isEmpty();
        assertThat(received("out")).isEmpty();
        assertThat(durability.leaves(0, 10)).isEmpty();
        acknowledge(task);
    }

    @Test
    void a_commit_with_a_lost_lease_leaves_nothing_behind() {
        send("in", message("task"));
        Delivery task = receiveOne("in");
        clock.advance(LEASE);
        assertThatThrownBy(() -> durability.commit(
                        Commit.builder().put(item("p", "s")).acknowledge(task).build()))
                .isInstanceOf(CommitConflict.class);
        assertThat(durability.records().get(new Key("p", "s"))).isEmpty();
    }

    @Test
    void limits_are_refused_by_name() {
        refused(
                IntStream.rangeClosed(0, Commit.MAX_OPERATIONS)
                        .mapToObj(i -> new Commit.Put(item("p", "s" + i), Expect.ABSENT))
                        .toList(),
                "101 operations");
        refused(List.of(put("s", Commit.MAX_ITEM_BYTES)), "object store");
        refused(IntStream.range(0, 13).mapToObj(i -> put("s" + i, 340 * 1024)).toList(), "split");
        refused(List.of(put("s", 1), new Commit.Delete(new Key("p", "s"), Expect.ANYTHING)), "two operations");
        refused(List.of(new Commit.Send("q", message("m")), new Commit.Send("q", message("m"))), "two operations");
        refused(
                List.of(
                        new Commit.Cancel("t"),
                        new Commit.Schedule(new Timer("t", clock.instant(), "q", message("m")))),
                "two operations");
        refused(List.of(put("x".repeat(CommitLimits.MAX_SORT_BYTES + 1), 1)), "sort key");
        refused(List.of(put("line\nline", 1)), "control character");
        assertThat(durability.records().query(Query.partition("p")).items()).isEmpty();
    }

    @Test
    void a_commit_at_the_limits_is_taken() {
        commit(IntStream.range(0, 100).mapToObj(i -> put("s" + i, 40_000)).toArray(Commit.Operation[]::new));
        commit(put("t", Commit.MAX_ITEM_BYTES - 10), new Commit.Append(new byte[10]), new Commit.Append(new byte[10]));
        assertThat(durability.records().all(Query.partition("p"), 200)).hasSize(101);
        commit();
    }

    @Test
    void counters_raised_by_many_threads_end_exact() {
        int threads = 16;
        int increments = 25;
        try (var running = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                Key key = new Key("counter", "c" + i % 3);
                running.execute(() -> IntStream.range(0, increments).forEach(n -> increment(key)));
            }
        }
        assertThat(IntStream.range(0, 3)
                        .mapToLong(i -> durability
                                .records()
                                .get(new Key("counter", "c" + i))
                                .orElseThrow()
                                .version())
                        .sum())
                .isEqualTo((long) threads * increments);
        assertThat(durability.leaves(0, 1000))
                .extracting(LedgerLeaf::sequence)
                .isEqualTo(IntStream.range(0, threads * increments)
                        .mapToObj(i -> (long) i)
                        .toList());
    }

    @Test
    void announcements_are_heard_in_the_order_of_commits_whatever_a_listener_does() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (var failing = durability.topic().subscribe(fact -> {
                    throw new IllegalStateException("a listener that fails on " + fact.type());
                });
                var listening = durability.topic().subscribe(fact -> heard.add(fact.type()))) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                commit(new Commit.Announce(fact("Fact" + i)));
                expected.add("Fact" + i);
            }
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(heard).isEqualTo(expected));
        }
        commit(new Commit.Announce(fact("Unheard")));
        assertThat(heard).hasSize(50);
    }

    @Test
    void an_interrupted_commit_still_answers_truly() {
        Thread.currentThread().interrupt();
        put(item("p", "s"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(durability.records().get(new Key("p", "s"))).isPresent();
    }

    @Test
    void what_is_closed_says_so() {
        durability.close();
        assertThatThrownBy(() -> put(item("p", "s"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> durability.records().get(new Key("p", "s"))).isInstanceOf(IllegalStateException.class);
        durability.close();
    }

    @Test
    void names_of_queues_are_limited_and_a_dead_letter_moves_once() {
        refused(List.of(new Commit.Send("a queue", message("m"))), "queue 'a queue'");
        refused(List.of(new Commit.Send("q".repeat(41), message("m"))), "40 letters");
        refused(List.of(new Commit.Redrive("q", "m"), new Commit.Purge("q", "m")), "two operations");
    }

    private void increment(Key key) {
        while (true) {
            Item next = durability.records().get(key).orElseGet(() -> item(key.partition(), key.sort()));
            try {
                durability.commit(Commit.builder()
                        .put(next)
                        .add(new Commit.Append(text(key.sort())))
                        .build());
                return;
            } catch (CommitConflict e) {
                Thread.onSpinWait();
            }
        }
    }

    private void refused(List<? extends Commit.Operation> operations, String naming) {
        assertThatThrownBy(() -> durability.commit(new Commit(List.copyOf(operations))))
                .isInstanceOf(CommitRefused.class)
                .hasMessageContaining(naming);
    }

    private static Commit.Put put(String sort, int bytes) {
        return new Commit.Put(new Item(new Key("p", sort), 0, 1, new byte[bytes], Map.of()), Expect.ABSENT);
    }

    private Announcement fact(String type) {
        return new Announcement(type, "incident-1", "incident-1", clock.instant(), "{}");
    }
}
