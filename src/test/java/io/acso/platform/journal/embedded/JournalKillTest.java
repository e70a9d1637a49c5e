package io.acso.platform.journal.embedded;

import static io.acso.testsupport.SampleEvents.event;
import static io.acso.testsupport.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Event;
import io.acso.platform.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it appends: what it was told is kept is there, once. */
class JournalKillTest {

    private static final int BATCH = 50;
    private static final int PRODUCERS = 4;

    /** Appends batch after batch from several threads and prints the number of each that was acknowledged. */
    static final class Appending {
        private Appending() {}

        public static void main(String[] args) {
            Journal journal =
                    SqliteJournal.open(Path.of(args[0]), InstantSource.system(), SqliteJournal.Settings.DEFAULT);
            for (int producer = 0; producer < PRODUCERS; producer++) {
                int first = producer;
                Thread.ofPlatform().start(() -> {
                    for (int batch = first; ; batch += PRODUCERS) {
                        // Each batch repeats half of the next one.
                        journal.append(events(batch * BATCH, batch * BATCH + BATCH + BATCH / 2));
                        synchronized (Appending.class) {
                            System.out.println(batch);
                            System.out.flush();
                        }
                    }
                });
            }
        }
    }

    @TempDir
    Path directory;

    @RepeatedTest(2)
    void what_was_acknowledged_is_there_once(RepetitionInfo repetition) throws Exception {
        Set<Integer> acknowledged = new HashSet<>();
        for (int life = 0; life < 2; life++) {
            acknowledged.addAll(appendUntilKilled(20 + 37 * repetition.getCurrentRepetition()));
        }
        Set<String> kept = new HashSet<>();
        try (Journal journal = SqliteJournal.open(directory, InstantSource.system(), SqliteJournal.Settings.DEFAULT)) {
            String position = Journal.BEGINNING;
            Journal.Slice slice = journal.read("0", position, 500);
            while (!slice.events().isEmpty()) {
                for (Event event : slice.events()) {
                    assertThat(kept.add(event.id())).as("seen once").isTrue();
                }
                slice = journal.read("0", slice.next(), 500);
            }
            assertThat(slice.next()).isEqualTo(Integer.toString(kept.size()));
        }
        for (int batch : acknowledged) {
            for (int n = batch * BATCH; n < batch * BATCH + BATCH; n++) {
                assertThat(kept).contains(event(n).id());
            }
        }
    }

    private List<Integer> appendUntilKilled(int batches) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appending.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Integer> acknowledged = new ArrayList<>();
        try (var lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(Integer.valueOf(line));
                if (acknowledged.size() == batches) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(batches);
        return acknowledged;
    }
}
