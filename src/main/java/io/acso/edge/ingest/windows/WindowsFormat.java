package io.acso.edge.ingest.windows;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Digest;
import io.acso.edge.ingest.Arrival;
import io.acso.edge.ingest.EventFormat;
import io.acso.edge.ingest.RawRecord;
import io.acso.edge.ingest.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Windows events, Sysmon's among them, as evtx_dump, Winlogbeat and NXLog write them in JSON. */
public final class WindowsFormat implements EventFormat {

    @Override
    public String name() {
        return "windows";
    }

    @Override
    public boolean recognises(RawRecord record) {
        return read(record) != null;
    }

    @Override
    public Set<String> telling() {
        return WindowsRecord.TELLING;
    }

    @Override
    public boolean told(ObjectNode head) {
        WindowsRecord record = WindowsRecord.of(head);
        return record != null && record.tellsItsLogSource();
    }

    @Override
    public Routed routed(RawRecord record) {
        return new Routed(WindowsLogSource.of(Objects.requireNonNull(read(record))), null);
    }

    @Override
    public Event parse(RawRecord raw, Arrival arrival) throws UnreadableRecord {
        @Nullable WindowsRecord record = read(raw);
        if (record == null) {
            throw new UnreadableRecord("not a Windows event");
        }
        Instant time = arrival.clamp(timeOf(record));
        String source = "host:" + record.computer().toLowerCase(Locale.ROOT);
        String id = Event.idOf(source, record.channel() + "/" + nativeId(record, raw));
        List<Entity> entities = WindowsEntities.of(record, source);
        return new Event(
                id,
                name(),
                WindowsLogSource.of(record),
                source,
                time,
                arrival.at(),
                raw.text(),
                WindowsOcsf.of(record, id, time, entities),
                entities,
                List.of());
    }

    private static @Nullable WindowsRecord read(RawRecord record) {
        return record instanceof RawRecord.JsonRecord json ? WindowsRecord.of(json.tree()) : null;
    }

    private static Instant timeOf(WindowsRecord record) throws UnreadableRecord {
        String text = record.time() != null ? record.time() : record.value("UtcTime");
        if (text == null) {
            throw new UnreadableRecord("Windows event without a time");
        }
        Instant time = WindowsTime.parse(text);
        if (time == null) {
            throw new UnreadableRecord("the event's time '" + text + "' is not ISO 8601");
        }
        return time;
    }

    /** A channel that was cleared counts anew, so the number alone would not do. */
    private static String nativeId(WindowsRecord record, RawRecord raw) {
        return record.recordId() != null
                ? record.recordId() + "@" + record.time()
                : Digest.of(raw.text().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
