package io.acso.platform.lake;

import io.acso.domain.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The analytical store. One table, {@code events}: {@code event_id, time, arrived, class_uid, format,
 * source, operation, actor_keys, entity_keys, severity_id, raw, ocsf}; {@code entity_keys} lists the keys
 * of {@link io.acso.domain.event.Entity} and {@code raw} and {@code ocsf} are JSON text.
 */
public interface Lake extends AutoCloseable {

    /** Takes events; an id that it has already is left out. They can be queried when this returns. */
    void append(List<Event> events);

    /** Puts everything taken so far into published files, which survive a crash. */
    void flush();

    /** Raw and OCSF events that touch any of the entities within the time, oldest first. */
    List<Sighting> touching(Collection<String> entityKeys, Instant from, Instant to, int limit);

    /** An event as the lake keeps it. */
    record Sighting(String eventId, Instant time, String format, String operation, String raw, String ocsf) {}

    /**
     * Runs an analyst's SQL, read only.
     *
     * @throws QueryRefused when it is not a query, fails, or uses more than the limits allow
     */
    Result query(String sql, Limits limits);

    record Limits(Duration time, int rows) {}

    /** Rows in column order; {@code truncated} when there were more than the limit. */
    record Result(List<String> columns, List<List<@Nullable Object>> rows, boolean truncated) {}

    /** What a query may name. */
    Schema schema();

    /** Tables with their columns, and the functions of values that can be used, in order of their names. */
    record Schema(List<Table> tables, List<String> functions) {}

    record Table(String name, List<Column> columns) {}

    /** A column and its type as SQL has it. */
    record Column(String name, String type) {}

    /** Numbers about the store: files, bytes, rows. */
    Map<String, Long> statistics();

    @Override
    void close();
}
