package io.acso.platform.durability.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill cannot show what a power cut does. These show that each commit is synced to the disk before it is acknowledged:
 * the pragmas of the connections as they are opened, and the syncs that the kernel is asked for.
 */
class SqliteSyncTest {

    private static final int COMMITS = 40;

    @TempDir
    Path directory;

    @Test
    void every_connection_is_as_durable_as_promised() throws SQLException {
        try (DataDirectory claimed = DataDirectory.claim(directory)) {
            Database database = new Database(claimed, Settings.defaults());
            database.prepare();
            try (Session writing = database.writing();
                    Session reading = database.reading()) {
                for (Session session : List.of(writing, reading)) {
                    assertThat(pragma(session, "journal_mode")).isEqualTo("wal");
                    assertThat(pragma(session, "synchronous")).as("FULL").isEqualTo("2");
                    assertThat(pragma(session, "fullfsync")).isEqualTo("1");
                    assertThat(pragma(session, "checkpoint_fullfsync")).isEqualTo("1");
                }
                assertThat(pragma(reading, "query_only")).isEqualTo("1");
            }
        }
    }

    @Test
    void lending_leaves_the_connection_as_durable_as_it_was() throws SQLException {
        try (DataDirectory claimed = DataDirectory.claim(directory)) {
            Database database = new Database(claimed, Settings.defaults());
            database.prepare();
            try (Writer writer = new Writer(database, effects -> {}, effects -> {})) {
                Writer.Work<String> look = (session, effects) -> pragma(session, "synchronous");
                for (int time = 0; time < 3; time++) {
                    assertThat(writer.writeUnsynced(look)).as("NORMAL").isEqualTo("1");
                    assertThat(writer.write(look)).as("FULL").isEqualTo("2");
                }
            }
        }
    }

    @Test
    void the_kernel_is_asked_to_sync_for_each_commit() throws Exception {
        Path trace = directory.resolve("trace");
        List<String> strace = List.of("strace", "-f", "-e", "trace=fsync,fdatasync", "-o", trace.toString());
        assumeTrue(runs(strace, List.of("true")), "needs strace, to count the syncs");
        Path data = directory.resolve("data");
        assertThat(runs(strace, Children.command(SyncingChild.class, data.toString(), "" + COMMITS)))
                .isTrue();
        try (Stream<String> lines = Files.lines(trace, StandardCharsets.UTF_8)) {
            assertThat(lines.filter(line -> line.contains("sync(")).count()).isGreaterThanOrEqualTo(COMMITS);
        }
    }

    private static boolean runs(List<String> tracer, List<String> command) throws InterruptedException {
        List<String> all = new ArrayList<>(tracer);
        all.addAll(command);
        try {
            return new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String pragma(Session session, String name) throws SQLException {
        return session.first(row -> row.getString(1), "PRAGMA " + name).orElseThrow();
    }
}
