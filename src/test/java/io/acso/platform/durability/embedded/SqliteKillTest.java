package io.acso.platform.durability.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.platform.durability.Delivery;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.LedgerLeaf;
import io.acso.platform.durability.Query;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any moment has lost nothing that it acknowledged, and left nothing half done. */
class SqliteKillTest {

    private static final int MOST = 1_000_000;

    @TempDir
    Path directory;

    @Test
    void everything_acknowledged_is_there_after_a_kill() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int lines : new int[] {1, 57, 700}) {
            acknowledged.addAll(killedAfter(lines));
            try (SqliteDurability durability =
                    SqliteDurability.open(directory, Clock.systemUTC(), Settings.defaults())) {
                Set<String> records = durability.records().all(Query.partition("acknowledged"), MOST).stream()
                        .map((Item item) -> item.key().sort())
                        .collect(Collectors.toSet());
                assertThat(records).containsAll(acknowledged);
                assertThat(durability.queue("q").depth().ready()).isEqualTo(records.size());
                List<LedgerLeaf> leaves = durability.leaves(0, MOST);
                assertThat(leaves.stream().map(leaf -> new String(leaf.entry(), StandardCharsets.UTF_8)))
                        .containsExactlyInAnyOrderElementsOf(records);
                assertThat(leaves.stream().map(LedgerLeaf::sequence))
                        .isEqualTo(LongStream.range(0, leaves.size()).boxed().toList());
            }
        }
    }

    @Test
    void what_a_killed_process_held_can_be_received_at_once() throws Exception {
        killedAfter(5);
        int waiting;
        try (SqliteDurability durability = open()) {
            waiting = (int) durability.queue("q").depth().ready();
            assertThat(durability.queue("q").receive(MOST, Duration.ofHours(1))).hasSize(waiting);
        }
        try (SqliteDurability durability = open()) {
            assertThat(durability.queue("q").receive(MOST, Duration.ofHours(1)))
                    .hasSize(waiting)
                    .extracting(Delivery::attempt)
                    .containsOnly(2);
        }
    }

    @Test
    void a_message_that_ends_its_process_each_time_is_given_up() throws Exception {
        killedAfter(1);
        int most = 5;
        Set<String> poison = new HashSet<>();
        for (int attempt = 1; attempt <= most; attempt++) {
            try (SqliteDurability durability = impatient()) {
                Delivery lent =
                        durability.queue("q").receive(1, Duration.ofHours(1)).getFirst();
                assertThat(lent.attempt()).isEqualTo(attempt);
                poison.add(lent.message().id());
            }
        }
        assertThat(poison).hasSize(1);
        try (SqliteDurability durability = impatient()) {
            assertThat(durability.queue("q").receive(MOST, Duration.ofHours(1)))
                    .extracting(lent -> lent.message().id())
                    .doesNotContainAnyElementsOf(poison);
            assertThat(durability.queue("q").deadLetters(10, null).items())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.cause()).contains("ended with its process"));
        }
    }

    /** Gives up what failed once, and what ended its process five times. */
    private SqliteDurability impatient() {
        return SqliteDurability.open(
                directory, Clock.systemUTC(), Settings.defaults().withMaxAttempts(1));
    }

    private SqliteDurability open() {
        return SqliteDurability.open(directory, Clock.systemUTC(), Settings.defaults());
    }

    /** Lets a child commit, kills it without warning after so many lines, and returns all that it printed. */
    private Set<String> killedAfter(int lines) throws IOException, InterruptedException {
        Process child = Children.start(CommittingChild.class, directory.toString());
        Set<String> printed = new HashSet<>();
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null) {
                printed.add(line);
                if (printed.size() == lines) {
                    child.toHandle().destroyForcibly(); // unlike the process itself, leaves its output readable
                }
                line = output.readLine();
            }
        }
        assertThat(child.waitFor()).isEqualTo(137);
        assertThat(printed).hasSizeGreaterThanOrEqualTo(lines);
        return printed;
    }
}
