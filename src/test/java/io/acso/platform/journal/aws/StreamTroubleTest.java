package io.acso.platform.journal.aws;

import static io.acso.testsupport.SampleEvents.event;
import static io.acso.testsupport.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.domain.event.Event;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.journal.JournalFailure;
import io.acso.platform.journal.JournalFull;
import io.acso.platform.journal.shared.DamagedBatch;
import io.acso.testsupport.InMemoryObjectStore;
import io.acso.testsupport.SampleEvents;
import io.acso.testsupport.SettableClock;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** What Kinesis does on a bad day, and no emulator does on demand. */
class StreamTroubleTest {

    private final SettableClock clock = new SettableClock(SampleEvents.NOON);
    private final InMemoryObjectStore objects = new InMemoryObjectStore();
    private final RecordFormat format =
            new RecordFormat(BodyCipher.NONE, StreamBodies.place("stream"), objects, clock, () -> Duration.ofDays(3));
    private final StandInStream stream = new StandInStream();

    @Test
    void refused_records_are_sent_again_and_nothing_twice() throws DamagedBatch {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(from("source-" + i, event(i)));
        }
        try (Pauses pauses = new Pauses()) {
            List<Appending.Written> written = new Appending(stream.refusing(4), "stream", format, pauses).write(events);
            assertThat(written).hasSize(6);
        }
        List<Event> taken = new ArrayList<>();
        for (var entry : stream.taken) {
            taken.addAll(format.decode(entry.data().asByteArray()));
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void records_of_one_source_stay_in_order_when_some_are_refused() throws DamagedBatch {
        try (Pauses pauses = new Pauses()) {
            new Appending(stream.refusing(3), "stream", format, pauses).write(events(0, 1_800));
        }
        List<Event> taken = new ArrayList<>();
        for (var entry : stream.taken) {
            taken.addAll(format.decode(entry.data().asByteArray()));
        }
        assertThat(taken).containsExactlyElementsOf(events(0, 1_800));
    }

    @Test
    void a_stream_that_takes_nothing_is_full() {
        try (Pauses pauses = new Pauses()) {
            assertThatThrownBy(() -> new Appending(stream.refusing(Integer.MAX_VALUE), "stream", format, pauses)
                            .write(events(0, 1)))
                    .isInstanceOf(JournalFull.class)
                    .hasMessageContaining("stream stream");
        }
    }

    @Test
    void an_event_larger_than_a_record_goes_by_reference() throws DamagedBatch {
        Event large = withRaw(event(1), 3 * 1024 * 1024);
        List<Event> events = List.of(event(0), large, event(2));
        List<Event> back = new ArrayList<>();
        for (RecordFormat.Encoded record : format.encode(events)) {
            assertThat(record.data()).hasSizeLessThan(1024 * 1024);
            back.addAll(format.decode(record.data()));
        }
        assertThat(back).containsExactlyElementsOf(events);
        assertThat(objects.list(null, 10))
                .singleElement()
                .satisfies(digest -> assertThat(
                                objects.describe(digest).orElseThrow().keepUntil())
                        .isEqualTo(clock.instant().plus(Duration.ofDays(3))));
    }

    @Test
    void what_is_no_record_of_ours_is_told_apart() {
        assertThatThrownBy(() -> format.decode(new byte[0])).isInstanceOf(DamagedBatch.class);
        assertThatThrownBy(() -> format.decode(new byte[] {9, 1, 2})).isInstanceOf(DamagedBatch.class);
        assertThatThrownBy(() -> format.decode(new byte[] {1, 1, 2})).isInstanceOf(DamagedBatch.class);
        assertThatThrownBy(() -> format.decode(new byte[] {2, 1, 2})).isInstanceOf(DamagedBatch.class);
    }

    @Test
    void trimmed_history_is_an_error_that_names_the_gap() {
        Position at = new Position(BigInteger.TEN, Position.ALL, false, clock.instant());
        clock.advance(Duration.ofHours(25));
        assertThatThrownBy(() -> calls(false).iterator("shard-1", at))
                .isInstanceOf(JournalFailure.class)
                .hasMessageContainingAll(
                        "shard-1",
                        SampleEvents.NOON.toString(),
                        SampleEvents.NOON.plus(Duration.ofHours(1)).toString(),
                        "resume-after-gap");
        assertThat(stream.iterators).isEmpty();
        calls(true).iterator("shard-1", at);
        assertThat(stream.iterators)
                .last()
                .satisfies(
                        request -> assertThat(request.shardIteratorType()).isEqualTo(ShardIteratorType.TRIM_HORIZON));
    }

    @Test
    void a_reader_that_waited_at_the_end_has_missed_nothing() {
        Position at = new Position(BigInteger.TEN, Position.ALL, false, clock.instant());
        clock.advance(Duration.ofHours(20));
        Position quiet = Position.parse(at.quietUntil(clock.instant()).text());
        clock.advance(Duration.ofHours(20));
        calls(false).iterator("shard-1", quiet);
        assertThat(stream.iterators)
                .last()
                .satisfies(
                        request -> assertThat(request.shardIteratorType()).isEqualTo(ShardIteratorType.AT_TIMESTAMP));
    }

    @Test
    void a_position_survives_as_text() {
        for (String text : List.of("", "7+0@1772366400", "7+3@1772366400", "7~1772366400")) {
            assertThat(Position.parse(text).text()).isEqualTo(text);
        }
        for (String text : List.of("7", "-7+0@1", "7+0@", "7~", "x", "7+0@1 ", "7+99999999999@1")) {
            assertThatThrownBy(() -> Position.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(text);
        }
    }

    private ShardCalls calls(boolean resumeAfterGap) {
        return new ShardCalls(stream, "stream", new StreamFacts(stream, "stream"), clock, resumeAfterGap);
    }

    private static Event from(String source, Event event) {
        return new Event(
                event.id(),
                event.format(),
                event.logSource(),
                source,
                event.time(),
                event.arrived(),
                event.raw(),
                event.ocsf(),
                event.entities(),
                event.links());
    }

    /** Of random text, which does not get smaller. */
    private static Event withRaw(Event event, int size) {
        StringBuilder raw = new StringBuilder(size);
        new Random(5).ints(size, ' ' + 3, '~').forEach(c -> raw.append((char) c));
        return new Event(
                event.id(),
                event.format(),
                event.logSource(),
                event.source(),
                event.time(),
                event.arrived(),
                raw.toString(),
                event.ocsf(),
                event.entities(),
                event.links());
    }
}
