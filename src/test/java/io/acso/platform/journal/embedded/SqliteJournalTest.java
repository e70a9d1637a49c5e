package io.acso.platform.journal.embedded;

import static io.acso.testsupport.SampleEvents.event;
import static io.acso.testsupport.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalContract;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.journal.JournalFull;
import io.acso.testsupport.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

    private final SettableClock clock = SettableClock.atNoon();

    @TempDir
    Path directory;

    @Override
    protected Journal open() {
        return SqliteJournal.open(directory, clock, SqliteJournal.Settings.DEFAULT);
    }

    private void openWith(SqliteJournal.Settings settings) {
        journal.close();
        journal = SqliteJournal.open(directory, clock, settings);
    }

    @Test
    void each_day_of_arrival_has_a_file_and_positions_go_on() throws IOException {
        journal.append(events(0, 10));
        clock.advance(Duration.ofDays(1));
        journal.append(events(10, 20));
        assertThat(days()).containsExactly("journal-2026-03-01.db", "journal-2026-03-02.db");
        assertThat(journal.read("0", "5", 10).events()).containsExactlyElementsOf(events(5, 15));
        reopen();
        assertThat(journal.read("0", "5", 10)).isEqualTo(new Journal.Slice(events(5, 15), "15"));
    }

    @Test
    void a_repeat_is_recognised_days_later() {
        journal.append(events(0, 10));
        clock.advance(Duration.ofDays(1));
        journal.append(events(10, 20));
        clock.advance(Duration.ofDays(1));
        assertThat(journal.append(events(0, 25))).isEqualTo(new Journal.Appended(5, 20));
        reopen();
        assertThat(journal.append(events(0, 25))).isEqualTo(new Journal.Appended(0, 25));
        assertThat(journal.find(List.of(event(3).id(), event(13).id(), event(23).id())))
                .hasSize(3);
    }

    @Test
    void a_clock_that_goes_back_changes_nothing() throws IOException {
        journal.append(events(0, 10));
        clock.advance(Duration.ofDays(-1));
        journal.append(events(10, 20));
        assertThat(days()).containsExactly("journal-2026-03-01.db");
        assertThat(everything(journal, 100)).containsExactlyElementsOf(events(0, 20));
    }

    @Test
    void an_old_day_goes_when_every_reader_has_passed_it() throws IOException {
        openWith(new SqliteJournal.Settings(1_000, 0, 1));
        journal.append(events(0, 10));
        journal.reached("lake", "0", "4");
        journal.reached("detection", "0", "10");
        clock.advance(Duration.ofDays(3));
        journal.append(events(10, 20));
        reopen();
        assertThat(days()).hasSize(2);
        openWith(new SqliteJournal.Settings(1_000, 0, 1));
        journal.reached("lake", "0", "10");
        await().untilAsserted(() -> assertThat(days()).containsExactly("journal-2026-03-04.db"));
        assertThat(everything(journal, 100)).containsExactlyElementsOf(events(10, 20));
        reopen();
        assertThat(journal.read("0", "15", 1)).isEqualTo(new Journal.Slice(events(15, 16), "16"));
    }

    @Test
    void the_slowest_reader_holds_appends_back_until_it_has_caught_up() {
        openWith(new SqliteJournal.Settings(10, 0, 7));
        journal.reached("lake", "0", Journal.BEGINNING);
        journal.append(events(0, 10));
        assertThatThrownBy(() -> journal.append(events(10, 11)))
                .isInstanceOf(JournalFull.class)
                .hasMessageContaining("'lake' is 10 events behind")
                .asInstanceOf(InstanceOfAssertFactories.type(JournalFull.class))
                .extracting(JournalFull::retryAfter)
                .isEqualTo(Duration.ofSeconds(5));
        journal.reached("lake", "0", "1");
        assertThat(journal.append(events(10, 11)).accepted()).isEqualTo(1);
    }

    @Test
    void a_nearly_full_disk_holds_appends_back() {
        openWith(new SqliteJournal.Settings(10, Long.MAX_VALUE, 7));
        assertThatThrownBy(() -> journal.append(events(0, 1)))
                .isInstanceOf(JournalFull.class)
                .hasMessageContaining("free some space");
    }

    @Test
    void positions_of_readers_outlive_a_restart() {
        openWith(new SqliteJournal.Settings(10, 0, 7));
        journal.append(events(0, 10));
        journal.reached("lake", "0", Journal.BEGINNING);
        openWith(new SqliteJournal.Settings(10, 0, 7));
        assertThatThrownBy(() -> journal.append(events(10, 11))).isInstanceOf(JournalFull.class);
    }

    @Test
    void a_second_opening_is_refused() {
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("already open");
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> SqliteJournal.open(file.resolve("journal"), clock, SqliteJournal.Settings.DEFAULT))
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("permissions");
    }

    @Test
    void a_file_that_is_no_database_is_named_with_the_cure() throws IOException {
        Path day = directory.resolve("journal-2026-03-01.db");
        journal.append(events(0, 10));
        journal.close();
        Files.writeString(day, "x".repeat(8192));
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining(day.toString())
                .hasMessageContaining("restore it from a backup");
        Files.delete(day);
        journal = open();
    }

    @Test
    void a_damaged_batch_is_named_when_it_is_read() throws Exception {
        journal.append(events(0, 10));
        journal.close();
        Path day = directory.resolve("journal-2026-03-01.db");
        change(day, "UPDATE batch SET body = x'00112233'");
        journal = open();
        assertThatThrownBy(() -> journal.read("0", "", 1))
                .isInstanceOf(JournalFailure.class)
                .hasMessageContaining(day.toString());
    }

    @Test
    void files_and_batches_of_a_newer_version_are_refused() throws Exception {
        journal.append(events(0, 10));
        journal.close();
        Path day = directory.resolve("journal-2026-03-01.db");
        change(day, "UPDATE batch SET schema = 99");
        journal = open();
        assertThatThrownBy(() -> journal.read("0", "", 1)).hasMessageContaining("run the newer ACSO");
        journal.close();
        change(day, "PRAGMA user_version = 99");
        assertThatThrownBy(this::open).hasMessageContaining("run the newer one");
        change(day, "PRAGMA user_version = 1");
        journal = open();
    }

    @Test
    void a_missing_day_is_a_gap_not_an_end() throws IOException {
        journal.append(events(0, 10));
        clock.advance(Duration.ofDays(1));
        journal.append(events(10, 20));
        clock.advance(Duration.ofDays(1));
        journal.append(events(20, 30));
        journal.close();
        Files.delete(directory.resolve("journal-2026-03-02.db"));
        journal = open();
        assertThat(journal.read("0", "5", 100).events())
                .containsExactlyElementsOf(Stream.concat(events(5, 10).stream(), events(20, 30).stream())
                        .toList());
    }

    @Test
    void a_position_beyond_the_end_is_refused() {
        assertThatThrownBy(() -> journal.read("0", "1", 1)).hasMessageContaining("beyond the journal's end");
        assertThatThrownBy(() -> journal.read("1", "", 1)).hasMessageContaining("partition 0 only");
    }

    @Test
    void a_closed_journal_says_so() {
        journal.close();
        assertThatThrownBy(() -> journal.append(events(0, 1))).hasMessageContaining("closed");
        journal = open();
    }

    private static void change(Path file, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> days() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".db"))
                    .sorted()
                    .toList();
        }
    }
}
