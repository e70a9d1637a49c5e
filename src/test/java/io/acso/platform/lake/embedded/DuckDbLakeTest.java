package io.acso.platform.lake.embedded;

import static io.acso.testsupport.SampleEvents.event;
import static io.acso.testsupport.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.acso.domain.event.Event;
import io.acso.platform.lake.Lake;
import io.acso.platform.lake.Lake.Limits;
import io.acso.platform.lake.LakeContract;
import io.acso.platform.lake.LakeFailure;
import io.acso.platform.lake.QueryRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

class DuckDbLakeTest extends LakeContract {

    private static final String SLOW =
            "SELECT count(*) FROM range(1000000000) a, range(1000) b WHERE a.range % 7 = b.range % 3";

    @TempDir
    Path directory;

    @TempDir
    Path crashed;

    @Override
    protected Lake open() {
        return open(directory);
    }

    private static Lake open(Path path) {
        return DuckDbLake.open(path, DuckDbLake.Settings.DEFAULT);
    }

    @Test
    void files_lie_by_day_and_class() throws IOException {
        lake.append(events(0, 20));
        lake.flush();
        assertThat(files(directory))
                .containsExactly(
                        "day=2026-03-01/class=3002/000000000001-000000000001.parquet",
                        "day=2026-03-01/class=6003/000000000002-000000000002.parquet");
    }

    @Test
    void after_a_crash_the_journal_is_read_again_and_each_event_is_there_once() throws IOException {
        lake.append(events(0, 100));
        lake.flush();
        lake.append(events(100, 200));
        FileSystemUtils.copyRecursively(directory, crashed);
        try (Lake survivor = open(crashed)) {
            assertThat(survivor.statistics()).containsEntry("rows", 100L);
            survivor.append(events(50, 200));
            assertThat(count(survivor)).isEqualTo(200);
        }
    }

    @Test
    void a_crash_between_the_files_of_a_flush_loses_and_repeats_nothing() throws IOException {
        lake.append(events(0, 100));
        lake.flush();
        FileSystemUtils.copyRecursively(directory, crashed);
        Files.delete(crashed.resolve(files(crashed).getLast()));
        Files.createDirectories(crashed.resolve("unpublished/flush"));
        Files.writeString(crashed.resolve("unpublished/flush/data_0.parquet"), "half a file");
        try (Lake survivor = open(crashed)) {
            survivor.append(events(0, 100));
            assertThat(count(survivor)).isEqualTo(100);
        }
    }

    @Test
    void small_files_are_merged_and_nothing_changes_for_queries() throws IOException {
        for (int n = 0; n < Compaction.MERGE_AT * 10; n += 10) {
            lake.append(events(n, n + 10));
            lake.flush();
        }
        await().untilAsserted(() -> assertThat(files(directory)).hasSize(2));
        assertThat(ids("SELECT event_id FROM events"))
                .containsExactlyInAnyOrderElementsOf(idsOf(events(0, Compaction.MERGE_AT * 10)));
        lake.append(events(0, 90));
        reopen();
        assertThat(lake.statistics()).containsEntry("rows", 90L);
        assertThat(touching(event(3), 10)).hasSize(1);
    }

    @Test
    void a_crash_before_merged_files_are_deleted_repeats_nothing() throws IOException {
        for (int n = 0; n < Compaction.MERGE_AT; n++) {
            lake.append(events(n * 10, n * 10 + 10));
            lake.flush();
            FileSystemUtils.copyRecursively(directory, crashed);
        }
        await().untilAsserted(() -> assertThat(files(directory)).hasSize(2));
        FileSystemUtils.copyRecursively(directory, crashed);
        assertThat(files(crashed)).hasSizeGreaterThan(Compaction.MERGE_AT);
        try (Lake survivor = open(crashed)) {
            assertThat(survivor.statistics()).containsEntry("rows", Compaction.MERGE_AT * 10L);
            assertThat(files(crashed)).hasSize(2);
        }
    }

    @Test
    void a_lost_index_is_made_again() throws IOException {
        lake.append(events(0, 200));
        lake.close();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path index :
                    all.filter(file -> file.toString().endsWith(".keys")).toList()) {
                Files.delete(index);
            }
        }
        lake = open();
        assertThat(touching(event(5), 10)).hasSize(3);
    }

    @Test
    void a_full_buffer_becomes_files_unasked() {
        lake.close();
        lake = DuckDbLake.open(directory, new DuckDbLake.Settings(50, 256, 128));
        lake.append(events(0, 60));
        lake.append(events(60, 70));
        assertThat(lake.statistics()).containsEntry("buffered", 10L).containsEntry("rows", 70L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM read_text('%s/../outside.txt')",
                "COPY (SELECT 1) TO '%s/x.csv'",
                "ATTACH '%s/x.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET memory_limit = '10GB'",
                "PRAGMA database_list",
                "SELECT * FROM read_csv('https://example.com/x.csv')"
            })
    void nothing_beyond_the_lake_is_reached(String sql) throws IOException {
        Files.writeString(directory.resolveSibling("outside.txt"), "secret");
        assertThatThrownBy(() -> lake.query(sql.formatted(directory), LIMITS)).isInstanceOf(QueryRefused.class);
    }

    @Test
    void a_query_that_takes_too_long_is_stopped() {
        assertThatThrownBy(() -> lake.query(SLOW, new Limits(Duration.ofMillis(200), 10)))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining("longer than 200 ms");
    }

    @Test
    void a_query_that_takes_too_much_memory_is_stopped() {
        lake.close();
        lake = DuckDbLake.open(directory, new DuckDbLake.Settings(1_000, 256, 64));
        assertThatThrownBy(() -> lake.query(
                        "SELECT list(a.range::VARCHAR || 'xxxxxxxxxxxxxxxxxxxxxxxx') FROM range(20000000) a", LIMITS))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining("memory");
        lake.append(events(0, 10));
        assertThat(count(lake)).isEqualTo(10);
    }

    @Test
    void slow_queries_hold_up_nobody() throws Exception {
        lake.append(events(0, 100));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> slow = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                slow.add(callers.submit(() -> lake.query(SLOW, new Limits(Duration.ofSeconds(8), 1))));
            }
            // As many carriers as there are would be held by now, were the queries on virtual threads.
            assertThat(callers.submit(() -> {
                                lake.append(events(100, 200));
                                lake.flush();
                                return touching(event(150), 10).size();
                            })
                            .get())
                    .isEqualTo(2);
            assertThat(slow).noneMatch(Future::isDone);
        }
    }

    @Test
    void too_many_queries_at_once_are_refused() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> queries = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                queries.add(callers.submit(() -> lake.query(SLOW, new Limits(Duration.ofMillis(100), 1))));
            }
            assertThat(queries.stream().map(query -> {
                        await().atMost(Duration.ofMinutes(1)).until(query::isDone);
                        return query.exceptionNow().getMessage();
                    }))
                    .anyMatch(message -> message.contains("wait already"))
                    .anyMatch(message -> message.contains("longer than"));
        }
    }

    @Test
    void a_second_opening_is_refused() {
        assertThatThrownBy(this::open).isInstanceOf(LakeFailure.class).hasMessageContaining("in use");
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        lake.append(events(0, 10));
        lake.close();
        Path file = directory.resolve(files(directory).getFirst());
        Files.writeString(file, "no parquet");
        assertThatThrownBy(this::open).isInstanceOf(LakeFailure.class).hasMessageContaining(file.toString());
        Files.delete(file);
        lake = open();
        lake.append(events(0, 10));
        assertThat(count(lake)).isEqualTo(10);
    }

    @Test
    void an_event_without_readable_ocsf_is_refused_whole() {
        var bad = new Event(
                "x",
                "f",
                event(0).logSource(),
                "s",
                event(0).time(),
                event(0).arrived(),
                "{}",
                "no json",
                List.of(),
                List.of());
        assertThatThrownBy(() -> lake.append(List.of(event(0), bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event x");
        lake.append(List.of(event(0)));
        assertThat(count(lake)).isEqualTo(1);
    }

    private static long count(Lake lake) {
        return (Long) Objects.requireNonNull(lake.query(
                        "SELECT count(DISTINCT event_id) + 1000 * (count(*) - count(DISTINCT event_id)) FROM events",
                        LIMITS)
                .rows()
                .getFirst()
                .getFirst());
    }

    private static List<String> files(Path lake) throws IOException {
        try (Stream<Path> all = Files.walk(lake)) {
            return all.filter(file -> file.toString().endsWith(".parquet")
                            && !file.toString().contains("unpublished"))
                    .map(file -> lake.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
