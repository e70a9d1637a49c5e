package io.acso.edge.ingest;

import io.acso.domain.event.Event;
import io.acso.domain.kernel.Json;
import io.acso.domain.kernel.Principal;
import io.acso.platform.journal.Journal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes records in, a stream at a time, and answers when they are durable. Formats, containers and
 * compression are found by content. What cannot be read goes to the quarantine; the rest goes on.
 */
public final class Ingest {

    static final String UNKNOWN =
            "no known format recognises it: CloudTrail, GuardDuty, Windows event and syslog records are taken";

    private final List<EventFormat> formats;
    private final Journal journal;
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final IngestLimits limits;
    private final Turns turns;

    /** @param formats asked in this order; the first that recognises a record parses it */
    public Ingest(
            List<EventFormat> formats,
            Journal journal,
            Quarantine quarantine,
            InstantSource clock,
            IngestLimits limits) {
        this(formats, journal, quarantine, clock, limits, new Turns());
    }

    Ingest(
            List<EventFormat> formats,
            Journal journal,
            Quarantine quarantine,
            InstantSource clock,
            IngestLimits limits,
            Turns turns) {
        this.formats = List.copyOf(formats);
        this.journal = journal;
        this.quarantine = quarantine;
        this.clock = clock;
        this.limits = limits;
        this.turns = turns;
    }

    /**
     * Reads the body to its end and makes what it holds durable. Sending the same body again changes
     * nothing. A body that breaks off, or a full journal, is told in the receipt, with what came before.
     *
     * @param body read once, in bounded memory; closed by the caller
     * @param contentEncoding what a header says of its compression; null when nothing does
     * @param by who sends it
     * @throws UnsupportedEncoding when the header names a compression other than gzip and zstd
     */
    public Receipt accept(InputStream body, @Nullable String contentEncoding, Principal by) {
        InputStream plain = Decompression.open(body, contentEncoding);
        return read(plain, new Intake(journal, limits, quarantine), by);
    }

    /**
     * Tries a quarantined record again, with the formats of today, and removes it from the quarantine when
     * it became an event. Repeating it changes nothing.
     *
     * @return empty when there is no such record
     */
    public Optional<Receipt> replay(String id, Principal by) {
        return quarantine.find(id).map(record -> replay(record, by));
    }

    /** Replays all that is in the quarantine now; stops early when the journal is full. */
    public Receipt replayAll(Principal by) {
        Replay replay = new Replay(quarantine, record -> replay(record, by));
        return replay.all();
    }

    private Receipt replay(Quarantined record, Principal by) {
        Intake intake = new Intake(journal, limits, null);
        Optional<byte[]> body = quarantine.body(record);
        if (body.isEmpty()) {
            return new Receipt(0, 0, 1, List.of(new Rejection(1, 1, "only its beginning is kept")), null, null);
        }
        Receipt receipt = read(new ByteArrayInputStream(body.get()), intake, by);
        if (receipt.complete() && receipt.accepted() + receipt.duplicates() > 0) {
            quarantine.discard(record.id());
        }
        return receipt;
    }

    private Receipt read(InputStream plain, Intake intake, Principal by) {
        RecordSplitter splitter = new RecordSplitter(plain, limits);
        @Nullable Fragment fragment = splitter.next();
        while (fragment != null) {
            Arrival arrival = new Arrival(clock.instant());
            try {
                intake.take(parsed(fragment, arrival));
            } catch (UnreadableRecord e) {
                intake.reject(fragment, String.valueOf(e.getMessage()), by.toString(), arrival);
            }
            fragment = intake.open() ? splitter.next() : null;
        }
        return intake.close(splitter.failure());
    }

    private Event parsed(Fragment fragment, Arrival arrival) throws UnreadableRecord {
        turns.begin();
        try {
            return event(formats, fragment, arrival);
        } finally {
            turns.end();
        }
    }

    /** The record as the first format that recognises it reads it. */
    static Event event(List<EventFormat> formats, Fragment fragment, Arrival arrival) throws UnreadableRecord {
        if (fragment.problem() != null) {
            throw new UnreadableRecord(fragment.problem());
        }
        RawRecord record = record(fragment);
        for (EventFormat format : formats) {
            if (format.recognises(record)) {
                return format.parse(record, arrival);
            }
        }
        throw new UnreadableRecord(UNKNOWN);
    }

    private static RawRecord record(Fragment fragment) throws UnreadableRecord {
        if (!fragment.json()) {
            return new RawRecord.Line(fragment.text());
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(fragment.bytes());
            if (tree instanceof ObjectNode object) {
                return new RawRecord.JsonRecord(object, fragment.text());
            }
            throw new UnreadableRecord("a JSON array where an object belongs");
        } catch (JacksonException e) {
            throw new UnreadableRecord("not JSON: " + e.getOriginalMessage());
        }
    }
}
