package io.acso.edge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.acso.domain.event.Event;
import io.acso.domain.kernel.Principal;
import io.acso.testsupport.InMemoryDurability;
import io.acso.testsupport.InMemoryJournal;
import io.acso.testsupport.InMemoryObjectStore;
import io.acso.testsupport.OcsfSchema;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** An ingest over fakes at a fixed time. */
public final class Intakes {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Principal ALICE = Principal.person("alice");
    public static final List<EventFormat> FORMATS = EventFormats.BUILT_IN;

    final InMemoryJournal journal = new InMemoryJournal();
    final Quarantine quarantine = new Quarantine(new InMemoryDurability(), new InMemoryObjectStore());
    private Instant now = NOW;
    private List<EventFormat> formats = FORMATS;
    private IngestLimits limits = IngestLimits.DEFAULT;

    Intakes at(Instant time) {
        now = time;
        return this;
    }

    Intakes with(List<EventFormat> others) {
        formats = others;
        return this;
    }

    Intakes within(IngestLimits others) {
        limits = others;
        return this;
    }

    Ingest ingest() {
        return new Ingest(formats, journal, quarantine, () -> now, limits);
    }

    Ingest ingest(Turns turns) {
        return new Ingest(formats, journal, quarantine, () -> now, limits, turns);
    }

    Receipt accept(InputStream body) {
        return ingest().accept(body, null, ALICE);
    }

    Receipt accept(byte[] body) {
        return accept(new ByteArrayInputStream(body));
    }

    Receipt accept(String body) {
        return accept(body.getBytes(StandardCharsets.UTF_8));
    }

    List<Quarantined> quarantined() {
        return quarantine.list(1000, null).items();
    }

    /** The event of a body that holds one record, its OCSF document validated. */
    public static Event event(String record) {
        Intakes intakes = new Intakes();
        Receipt receipt = intakes.accept(record);
        assertThat(receipt.rejections()).isEmpty();
        assertThat(intakes.journal.events()).hasSize(1);
        Event event = intakes.journal.events().getFirst();
        OcsfSchema.assertValid(event.ocsf());
        return event;
    }

    /** A small CloudTrail record, told apart by its number. */
    static String call(int number) {
        return """
                {"eventVersion":"1.08","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/bo",\
                "accountId":"111122223333","accessKeyId":"AKIABO","userName":"bo"},\
                "eventTime":"2026-02-01T10:00:00Z","eventSource":"s3.amazonaws.com","eventName":"ListBuckets",\
                "awsRegion":"eu-west-1","sourceIPAddress":"198.51.100.7","eventID":"id-%d",\
                "recipientAccountId":"111122223333"}""".formatted(number);
    }
}
