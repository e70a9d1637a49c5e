package io.acso.platform.journal;

import static io.acso.testsupport.SampleEvents.event;
import static io.acso.testsupport.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal does. An adapter's test supplies the journal. */
public abstract class JournalContract {

    protected Journal journal;

    /** Opens the journal on this test's own storage; what an earlier opening kept is still there. */
    protected abstract Journal open();

    @BeforeEach
    final void opens() {
        journal = open();
    }

    @AfterEach
    final void closes() {
        journal.close();
    }

    @Test
    void events_come_back_whole_and_in_order() {
        journal.append(events(0, 2_500));
        assertThat(everything(journal, 700)).containsExactlyElementsOf(events(0, 2_500));
        reopen();
        assertThat(everything(journal, 1_000)).containsExactlyElementsOf(events(0, 2_500));
    }

    @Test
    void an_event_is_kept_once() {
        assertThat(journal.append(events(0, 10))).isEqualTo(new Journal.Appended(10, 0));
        assertThat(journal.append(events(5, 15))).isEqualTo(new Journal.Appended(5, 5));
        assertThat(journal.append(List.of(event(20), event(20)))).isEqualTo(new Journal.Appended(1, 1));
        reopen();
        assertThat(journal.append(events(0, 15))).isEqualTo(new Journal.Appended(0, 15));
        assertThat(everything(journal, 4)).containsExactlyElementsOf(concat(events(0, 15), events(20, 21)));
    }

    @Test
    void an_empty_batch_and_an_empty_journal_are_fine() {
        assertThat(journal.append(List.of())).isEqualTo(new Journal.Appended(0, 0));
        for (String partition : journal.partitions()) {
            assertThat(journal.read(partition, Journal.BEGINNING, 10).events()).isEmpty();
        }
    }

    @Test
    void reading_goes_on_where_it_ended() {
        journal.append(events(0, 5));
        Map<String, String> positions = new HashMap<>();
        assertThat(next(journal, positions, 100)).hasSize(5);
        assertThat(next(journal, positions, 100)).isEmpty();
        journal.append(events(5, 8));
        assertThat(next(journal, positions, 100)).containsExactlyElementsOf(events(5, 8));
    }

    @Test
    void any_position_works_after_a_restart() {
        journal.append(events(0, 100));
        Map<String, String> positions = new HashMap<>();
        next(journal, positions, 33);
        reopen();
        assertThat(next(journal, positions, 200)).containsExactlyElementsOf(events(33, 100));
    }

    @Test
    void events_are_found_by_id() {
        journal.append(events(0, 50));
        assertThat(journal.find(List.of(event(7).id(), event(49).id(), event(50).id(), "no such id")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(event(7).id(), event(7), event(49).id(), event(49)));
        reopen();
        assertThat(journal.find(List.of(event(7).id()))).containsEntry(event(7).id(), event(7));
    }

    @Test
    void concurrent_appends_lose_and_repeat_nothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Journal.Appended>> appends = IntStream.range(0, 40)
                    .<Callable<Journal.Appended>>mapToObj(n -> () -> journal.append(events(n * 5, n * 5 + 10)))
                    .toList();
            int accepted = 0;
            for (Future<Journal.Appended> append : threads.invokeAll(appends)) {
                accepted += append.get().accepted();
            }
            assertThat(accepted).isEqualTo(205);
        }
        assertThat(everything(journal, 64)).containsExactlyInAnyOrderElementsOf(events(0, 205));
    }

    @Test
    void a_waiting_reader_wakes_when_something_is_appended() throws Exception {
        String partition = journal.partitions().getFirst();
        assertThat(journal.await(partition, Journal.BEGINNING, Duration.ZERO)).isFalse();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var woken = threads.submit(() -> journal.await(partition, Journal.BEGINNING, Duration.ofMinutes(1)));
            journal.append(events(0, 500));
            assertThat(woken.get()).isTrue();
        }
        assertThat(journal.await(partition, Journal.BEGINNING, Duration.ZERO)).isTrue();
    }

    @Test
    void what_is_no_position_is_refused() {
        String partition = journal.partitions().getFirst();
        assertThatThrownBy(() -> journal.read(partition, "here", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("here");
    }

    protected final void reopen() {
        journal.close();
        journal = open();
    }

    protected static List<Event> everything(Journal journal, int chunk) {
        List<Event> all = new ArrayList<>();
        Map<String, String> positions = new HashMap<>();
        List<Event> some = next(journal, positions, chunk);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = next(journal, positions, chunk);
        }
        return all;
    }

    private static List<Event> next(Journal journal, Map<String, String> positions, int max) {
        List<Event> events = new ArrayList<>();
        for (String partition : journal.partitions()) {
            Journal.Slice slice = journal.read(partition, positions.getOrDefault(partition, Journal.BEGINNING), max);
            assertThat(slice.events()).hasSizeLessThanOrEqualTo(max);
            positions.put(partition, slice.next());
            events.addAll(slice.events());
        }
        return events;
    }

    private static List<Event> concat(List<Event> first, List<Event> second) {
        List<Event> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
