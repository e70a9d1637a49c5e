package io.acso.platform.durability.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.durability.Commit;
import io.acso.platform.durability.DurabilityFailure;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Query;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a data directory, and what it is told. */
class SqliteOpeningTest {

    @TempDir
    Path temporary;

    @Test
    void a_new_directory_is_for_its_owner_alone() throws IOException {
        Path directory = temporary.resolve("a/b");
        open(directory).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("acso.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_opening_is_told_who_has_it() {
        try (SqliteDurability first = open(temporary)) {
            assertThat(first.queues()).isEmpty();
            assertThatThrownBy(() -> open(temporary))
                    .isInstanceOf(DurabilityFailure.class)
                    .hasMessageContaining(temporary.toString())
                    .hasMessageContaining("already open");
        }
        open(temporary).close();
    }

    @Test
    void another_process_is_told_which_process_has_it() throws Exception {
        try (SqliteDurability first = open(temporary)) {
            assertThat(first.queues()).isEmpty();
            Process other = Children.start(CommittingChild.class, temporary.toString());
            String errors = new String(other.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(other.waitFor()).isNotZero();
            assertThat(errors)
                    .contains("in use by process " + ProcessHandle.current().pid())
                    .contains("stop that one, or choose another directory");
        }
    }

    @Test
    void a_directory_that_cannot_be_used_is_named_with_the_cure() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "not a directory");
        assertThatThrownBy(() -> open(file.resolve("data")))
                .isInstanceOf(DurabilityFailure.class)
                .hasMessageContaining("file")
                .hasMessageContaining("choose a directory");
    }

    @Test
    void a_database_of_a_newer_version_is_left_alone() throws SQLException {
        open(temporary).close();
        sql("PRAGMA user_version = 99");
        assertThatThrownBy(() -> open(temporary))
                .isInstanceOf(DurabilityFailure.class)
                .hasMessageContaining("schema 99")
                .hasMessageContaining("run the newer one");
        sql("PRAGMA user_version = " + Schema.VERSION);
        open(temporary).close();
    }

    @Test
    void a_file_that_is_no_database_is_named_with_the_cure() throws IOException {
        Files.writeString(temporary.resolve("acso.db"), "certainly not a database ".repeat(400));
        assertDamaged();
    }

    @Test
    void a_damaged_page_is_named_with_the_cure() throws IOException {
        try (SqliteDurability durability = open(temporary)) {
            IntStream.range(0, 300)
                    .mapToObj(i -> Item.of("p", "s" + i, 1, "x".repeat(500)))
                    .forEach(
                            item -> durability.commit(Commit.builder().put(item).build()));
        }
        overwrite(20 * 4096, 30 * 4096);
        assertDamaged();
    }

    @Test
    void damage_met_while_running_is_named_with_the_cure() throws IOException {
        try (SqliteDurability durability = open(temporary)) {
            IntStream.range(0, 3000)
                    .mapToObj(i -> Item.of("p", "s" + i, 1, "x".repeat(2000)))
                    .forEach(item ->
                            durability.commit(Commit.builder().overwrite(item).build()));
            overwrite(4096, (int) Files.size(temporary.resolve("acso.db")));
            assertThatThrownBy(() -> durability.records().all(Query.partition("p"), 3000))
                    .isInstanceOf(DurabilityFailure.class)
                    .hasMessageContaining("acso.db")
                    .hasMessageContaining("backup");
        }
    }

    @Test
    void a_full_disk_fails_commits_and_spares_what_is_there() {
        Settings small = SqliteProvider.SETTINGS.withMostBytes(400_000);
        int kept = 0;
        try (SqliteDurability durability = SqliteDurability.open(temporary, Clock.systemUTC(), small)) {
            DurabilityFailure failure = null;
            while (failure == null) {
                try {
                    durability.commit(Commit.builder()
                            .put(new Item(new Key("p", "s" + kept), 0, 1, new byte[20_000], Map.of()))
                            .add(new Commit.Append(new byte[] {1}))
                            .build());
                    kept++;
                } catch (DurabilityFailure e) {
                    failure = e;
                }
            }
            assertThat(failure).hasMessageContaining("free disk space").hasMessageContaining("acso.db");
            assertThat(kept).isBetween(5, 20);
            assertThat(durability.records().all(Query.partition("p"), 100)).hasSize(kept);
            durability.commit(Commit.builder()
                    .add(new Commit.Delete(new Key("p", "s0"), Commit.Expect.ANYTHING))
                    .build());
            durability.commit(
                    Commit.builder().put(Item.of("p", "small", 1, "fits again")).build());
        }
        try (SqliteDurability durability = open(temporary)) {
            assertThat(durability.records().all(Query.partition("p"), 100)).hasSize(kept);
            assertThat(durability.leaves(0, 100)).hasSize(kept);
        }
    }

    @Test
    void a_full_disk_fails_whole_groups_and_nothing_that_was_refused_is_there() {
        Settings small = SqliteProvider.SETTINGS.withMostBytes(2_000_000);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (SqliteDurability durability = SqliteDurability.open(temporary, Clock.systemUTC(), small);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                String name = "t" + i + "-";
                threads.execute(() -> IntStream.range(0, 40).forEach(n -> {
                    try {
                        durability.commit(Commit.builder()
                                .put(new Item(new Key("p", name + n), 0, 1, new byte[10_000], Map.of()))
                                .build());
                        acknowledged.add(name + n);
                    } catch (DurabilityFailure full) {
                        assertThat(full).hasMessageContaining("acso.db");
                    }
                }));
            }
        }
        assertThat(acknowledged).hasSizeBetween(50, 300);
        try (SqliteDurability durability = open(temporary)) {
            assertThat(durability.records().all(Query.partition("p"), 1000))
                    .extracting(item -> item.key().sort())
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    private void assertDamaged() {
        assertThatThrownBy(() -> open(temporary))
                .isInstanceOf(DurabilityFailure.class)
                .hasMessageContaining(temporary.resolve("acso.db").toString())
                .hasMessageContaining("backup");
    }

    private void overwrite(int from, int to) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(temporary.resolve("acso.db").toFile(), "rw")) {
            file.seek(from);
            file.write(new byte[to - from]);
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temporary.resolve("acso.db"));
                var runs = connection.createStatement()) {
            runs.execute(statement);
        }
    }

    private static SqliteDurability open(Path directory) {
        return SqliteDurability.open(directory, Clock.systemUTC(), SqliteProvider.SETTINGS);
    }
}
