package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.edge.ingest.cloudtrail.CloudTrailFormat;
import io.acso.platform.durability.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What could not be read waits, and is an event once it can be. */
class QuarantineTest {

    private static final String SUDO =
            "Feb  1 10:00:00 web1 sudo: bo : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/id";

    private final Intakes intakes = new Intakes();

    @Test
    void a_record_is_replayed_when_its_format_is_known() {
        intakes.with(List.of(new CloudTrailFormat())).accept(SUDO);
        String id = intakes.quarantined().getFirst().id();
        assertThat(intakes.ingest().replay(id, Intakes.ALICE))
                .get()
                .extracting(Receipt::quarantined)
                .isEqualTo(1);
        assertThat(intakes.quarantined()).hasSize(1);

        Ingest better = intakes.with(Intakes.FORMATS).ingest();
        assertThat(better.replay(id, Intakes.ALICE))
                .get()
                .extracting(Receipt::accepted)
                .isEqualTo(1);
        assertThat(intakes.quarantined()).isEmpty();
        assertThat(intakes.journal.events()).hasSize(1);
        assertThat(better.replay(id, Intakes.ALICE)).isEmpty();
    }

    @Test
    void replaying_all_leaves_what_still_cannot_be_read() {
        intakes.with(List.of()).accept(SUDO + "\nnonsense\n" + Intakes.call(1));
        Receipt receipt = intakes.with(Intakes.FORMATS).ingest().replayAll(Intakes.ALICE);
        assertThat(receipt).extracting(Receipt::accepted, Receipt::quarantined).containsExactly(2, 1);
        assertThat(intakes.quarantined()).extracting(Quarantined::excerpt).containsExactly("nonsense");
    }

    @Test
    void a_full_journal_stops_the_replay_and_loses_nothing() {
        intakes.with(List.of()).accept(SUDO + "\n" + Intakes.call(1));
        intakes.journal.withRoomFor(0);
        Receipt receipt = intakes.with(Intakes.FORMATS).ingest().replayAll(Intakes.ALICE);
        assertThat(receipt.retryAfter()).isNotNull();
        assertThat(intakes.quarantined()).hasSize(2);
    }

    @Test
    void a_record_too_large_to_be_an_event_is_kept_whole_as_an_object() {
        IngestLimits small = new IngestLimits(100, 10_000, 10, 1000, 10);
        intakes.within(small).accept(Intakes.call(1));
        assertThat(intakes.quarantined()).hasSize(1);
        assertThat(intakes.within(IngestLimits.DEFAULT)
                        .ingest()
                        .replayAll(Intakes.ALICE)
                        .accepted())
                .isEqualTo(1);

        intakes.within(small).accept("x".repeat(9000));
        assertThat(intakes.quarantined()).singleElement().satisfies(record -> {
            assertThat(record.body()).isNotNull();
            assertThat(intakes.quarantine.body(record))
                    .get()
                    .extracting(body -> body.length)
                    .isEqualTo(9000);
        });
    }

    @Test
    void bytes_that_are_no_text_come_back_as_they_were() {
        byte[] latin1 = {'F', (byte) 0xe9, 'v'};
        intakes.accept(latin1);
        assertThat(intakes.quarantine.body(intakes.quarantined().getFirst()))
                .get()
                .isEqualTo(latin1);
    }

    @Test
    void pages_lead_through_the_days_newest_first() {
        for (int day = 0; day < 3; day++) {
            intakes.at(Intakes.NOW.plus(Duration.ofDays(day))).accept("bad a%1$d\nbad b%1$d\nbad c%1$d".formatted(day));
        }
        List<Quarantined> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Quarantined> page = intakes.quarantine.list(2, cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(all).hasSize(9).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(record -> record.id().substring(0, 8))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void a_record_can_be_discarded_once() {
        intakes.accept("nonsense");
        String id = intakes.quarantined().getFirst().id();
        assertThat(intakes.quarantine.discard(id)).isTrue();
        assertThat(intakes.quarantine.discard(id)).isFalse();
        assertThat(intakes.quarantine.find("no such id")).isEmpty();
    }
}
