package io.acso.platform.journal.embedded;

import static io.acso.testsupport.SampleEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Event;
import io.acso.platform.journal.Journal;
import io.acso.testsupport.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.springframework.util.FileSystemUtils;

/** Whatever is appended, restarted and rolled in whatever order, each id is read once, as it first appeared. */
class SqliteJournalProperties {

    /** Something done to a journal. */
    sealed interface Step {}

    record Append(List<Integer> numbers) implements Step {}

    record Reopen() implements Step {}

    record NextDay() implements Step {}

    @Property(tries = 60)
    void each_id_is_read_once_in_order_of_first_appearance(
            @ForAll("steps") List<Step> steps, @ForAll("chunks") List<Integer> chunks) throws IOException {
        Path directory = Files.createTempDirectory("journal");
        SettableClock clock = SettableClock.atNoon();
        Set<Integer> expected = new LinkedHashSet<>();
        Journal journal = open(directory, clock);
        try {
            for (Step step : steps) {
                switch (step) {
                    case Append(List<Integer> numbers) -> append(journal, numbers, expected);
                    case NextDay _ -> clock.advance(Duration.ofDays(1));
                    case Reopen _ -> {
                        journal.close();
                        journal = open(directory, clock);
                    }
                }
            }
            assertThat(read(journal, chunks))
                    .containsExactlyElementsOf(
                            expected.stream().map(n -> event(n)).toList());
        } finally {
            journal.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static void append(Journal journal, List<Integer> numbers, Set<Integer> expected) {
        int before = expected.size();
        expected.addAll(numbers);
        Journal.Appended appended =
                journal.append(numbers.stream().map(n -> event(n)).toList());
        int added = expected.size() - before;
        assertThat(appended).isEqualTo(new Journal.Appended(added, numbers.size() - added));
    }

    private static List<Event> read(Journal journal, List<Integer> chunks) {
        List<Event> all = new ArrayList<>();
        String position = Journal.BEGINNING;
        for (int i = 0; ; i++) {
            Journal.Slice slice = journal.read("0", position, chunks.get(i % chunks.size()));
            if (slice.events().isEmpty()) {
                return all;
            }
            all.addAll(slice.events());
            position = slice.next();
        }
    }

    private static Journal open(Path directory, SettableClock clock) {
        return SqliteJournal.open(directory, clock, SqliteJournal.Settings.DEFAULT);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> append =
                Arbitraries.integers().between(0, 60).list().ofMaxSize(20).map(Append::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, append),
                        Tuple.of(1, Arbitraries.just(new Reopen())),
                        Tuple.of(1, Arbitraries.just(new NextDay())))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Integer>> chunks() {
        return Arbitraries.integers().between(1, 30).list().ofMinSize(1).ofMaxSize(4);
    }
}
