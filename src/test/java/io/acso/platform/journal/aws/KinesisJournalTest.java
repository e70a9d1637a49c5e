package io.acso.platform.journal.aws;

import static io.acso.testsupport.SampleEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acso.platform.aws.AwsClients;
import io.acso.platform.aws.AwsNotConfigured;
import io.acso.platform.crypto.BodyCipher;
import io.acso.platform.journal.Journal;
import io.acso.platform.journal.JournalContract;
import io.acso.testsupport.InMemoryObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;

class KinesisJournalTest extends JournalContract {

    private static AwsClients clients;

    private final StreamFixture stream = new StreamFixture(clients, 2);

    @BeforeAll
    static void starts() {
        clients = StreamFixture.clients();
    }

    @Override
    protected Journal open() {
        return KinesisJournal.open(
                stream.settings(), clients, new InMemoryObjectStore(), BodyCipher.NONE, InstantSource.system());
    }

    @Test
    void what_a_crash_left_without_a_place_is_read_once() {
        Appending appending = new Appending(
                clients.build(KinesisClient.SERVICE_NAME, KinesisClient.builder()),
                stream.name(),
                new RecordFormat(
                        BodyCipher.NONE,
                        StreamBodies.place(stream.name()),
                        new InMemoryObjectStore(),
                        InstantSource.system(),
                        () -> Duration.ofDays(1)),
                new Pauses());
        // Written, and then the process died; the sender, without an answer, sends again.
        appending.write(events(0, 5));
        appending.write(events(0, 5));
        assertThat(journal.append(events(3, 8)).accepted()).isBetween(3, 5);
        assertThat(everything(journal, 2)).containsExactlyElementsOf(events(0, 8));
        assertThat(journal.append(events(0, 8))).isEqualTo(new Journal.Appended(0, 8));
        reopen();
        assertThat(everything(journal, 100)).containsExactlyElementsOf(events(0, 8));
    }

    @Test
    void two_processes_see_the_same_events_in_the_same_order() {
        try (Journal other = open()) {
            assertThat(everything(other, 10)).isEmpty();
            journal.append(events(0, 5));
            other.append(events(3, 9));
            assertThat(everything(journal, 10)).containsExactlyElementsOf(events(0, 9));
            assertThat(everything(other, 10)).containsExactlyElementsOf(events(0, 9));
        }
    }

    @Test
    void a_stream_that_is_not_there_is_named() {
        KinesisSettings missing = new KinesisSettings("no-such-stream", stream.indexTable(), false);
        assertThatThrownBy(() -> KinesisJournal.open(
                        missing, clients, new InMemoryObjectStore(), BodyCipher.NONE, InstantSource.system()))
                .isInstanceOf(AwsNotConfigured.class)
                .hasMessageContaining("no-such-stream");
        assertThatThrownBy(() -> KinesisJournal.open(
                        new KinesisSettings(null, null, false),
                        clients,
                        new InMemoryObjectStore(),
                        BodyCipher.NONE,
                        InstantSource.system()))
                .isInstanceOf(AwsNotConfigured.class)
                .hasMessageContaining("acso.journal.aws.stream");
    }
}
