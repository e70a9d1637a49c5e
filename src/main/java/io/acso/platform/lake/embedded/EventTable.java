package io.acso.platform.lake.embedded;

import io.acso.domain.event.Entity;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.duckdb.DuckDBAppender;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The columns of an event, in the buffer and in files alike, and how they come from an {@link Event}. */
final class EventTable {

    static final String COLUMNS = "event_id, time, arrived, class_uid, format, source, operation, actor_keys,"
            + " entity_keys, severity_id, raw, ocsf";

    private static final String DEFINITION = "(event_id VARCHAR, time TIMESTAMP, arrived TIMESTAMP,"
            + " class_uid INTEGER, format VARCHAR, source VARCHAR, operation VARCHAR, actor_keys VARCHAR[],"
            + " entity_keys VARCHAR[], severity_id INTEGER, raw VARCHAR, ocsf VARCHAR)";

    private static final long MICROS = 1_000_000;

    private EventTable() {}

    static String create(String name) {
        return "CREATE TABLE " + name + " " + DEFINITION;
    }

    static void append(DuckDBAppender appender, Event event) throws SQLException {
        JsonNode ocsf = ocsf(event);
        appender.beginRow()
                .append(event.id())
                .appendEpochMicros(micros(event.time()))
                .appendEpochMicros(micros(event.arrived()))
                .append(ocsf.path("class_uid").asInt(0))
                .append(event.format())
                .append(event.source())
                .append(operation(ocsf))
                .append(keys(event, entity -> entity.role() == Entity.Role.ACTOR))
                .append(keys(event, entity -> true))
                .append(ocsf.path("severity_id").asInt(0))
                .append(event.raw())
                .append(event.ocsf())
                .endRow();
    }

    private static JsonNode ocsf(Event event) {
        try {
            return Json.tree(event.ocsf());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the OCSF document of event " + event.id() + " is not JSON", e);
        }
    }

    private static String operation(JsonNode ocsf) {
        String call = ocsf.path("api").path("operation").asString("");
        return call.isEmpty() ? ocsf.path("activity_name").asString("") : call;
    }

    private static List<String> keys(Event event, Predicate<Entity> which) {
        return event.entities().stream()
                .filter(which)
                .map(Entity::key)
                .distinct()
                .toList();
    }

    /** Files keep microseconds. */
    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
