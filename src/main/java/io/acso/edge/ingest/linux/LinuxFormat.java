package io.acso.edge.ingest.linux;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Entity.Type;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Digest;
import io.acso.domain.kernel.Json;
import io.acso.edge.ingest.Arrival;
import io.acso.edge.ingest.EventFormat;
import io.acso.edge.ingest.Fields;
import io.acso.edge.ingest.RawRecord;
import io.acso.edge.ingest.UnreadableRecord;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines of syslog, auth.log and audit.log. Two identical lines of one second are one event: a line has no
 * number of its own.
 */
public final class LinuxFormat implements EventFormat {

    /** Every host has these; they would join hosts that share nothing else. */
    private static final Set<String> EVERYWHERE = Set.of("root", "daemon", "nobody", "systemd-network");

    /** Any time will do to see whether a line has the form. */
    private static final Instant SOME_TIME = Instant.parse("2024-12-31T00:00:00Z");

    @Override
    public String name() {
        return "linux";
    }

    @Override
    public boolean recognises(RawRecord record) {
        return read(record, SOME_TIME) != null;
    }

    @Override
    public Set<String> telling() {
        return Set.of("hostname", "message", "program", "timestamp");
    }

    @Override
    public Routed routed(RawRecord raw) {
        LinuxRecord record = Objects.requireNonNull(read(raw, SOME_TIME));
        boolean line = raw instanceof RawRecord.Line;
        return new Routed(record.logSource(), line ? Json.text(record.tree()) : null);
    }

    @Override
    public Event parse(RawRecord raw, Arrival arrival) throws UnreadableRecord {
        @Nullable LinuxRecord record = read(raw, arrival.at());
        if (record == null) {
            throw new UnreadableRecord("not a line of syslog, or its time is not one");
        }
        Instant time = arrival.clamp(record.time());
        String source = "host:" + record.hostname().toLowerCase(Locale.ROOT);
        String text = Json.text(record.tree());
        String line = Digest.of(raw.text().getBytes(StandardCharsets.UTF_8)).hex();
        String id = Event.idOf(source, line);
        List<Entity> entities = entities(record, source);
        return new Event(
                id,
                name(),
                record.logSource(),
                source,
                time,
                arrival.at(),
                text,
                LinuxOcsf.of(record, id, time, entities),
                entities,
                List.of());
    }

    private static @Nullable LinuxRecord read(RawRecord record, Instant arrival) {
        return switch (record) {
            case RawRecord.Line line -> LinuxRecord.of(line.text(), arrival);
            case RawRecord.JsonRecord json -> LinuxRecord.of(json.tree(), arrival);
        };
    }

    private static List<Entity> entities(LinuxRecord record, String scope) {
        List<Entity> entities = new ArrayList<>();
        entities.add(Entity.target(Type.HOST, scope, record.hostname()));
        user(entities, record.text("user"), scope, Entity.Role.ACTOR);
        user(entities, record.text("target_user"), scope, Entity.Role.TARGET);
        InetAddress address = Fields.address(record.text("src_ip"));
        if (address != null && !address.isLoopbackAddress()) {
            entities.add(Entity.actor(Type.ADDRESS, Fields.scopeOf(address, scope), address.getHostAddress()));
        }
        return entities;
    }

    private static void user(List<Entity> to, @Nullable String name, String scope, Entity.Role role) {
        if (name != null && !EVERYWHERE.contains(name)) {
            to.add(new Entity(Type.PRINCIPAL, scope, name, role));
        }
    }
}
