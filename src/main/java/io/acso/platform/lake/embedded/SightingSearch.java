package io.acso.platform.lake.embedded;

import io.acso.platform.lake.Lake.Sighting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds events by entity in two steps, within one transaction: the times of the hits from the narrow columns,
 * then the wide columns of the few rows at those times, which lets DuckDB skip nearly all of the files.
 */
final class SightingSearch {

    private final Connection connection;
    private final Collection<String> keys;
    private final int limit;

    SightingSearch(Connection connection, Collection<String> keys, int limit) {
        this.connection = connection;
        this.keys = keys;
        this.limit = limit;
    }

    List<Sighting> between(Instant from, Instant to) throws SQLException {
        List<Long> times = times(EventTable.micros(from), EventTable.micros(to));
        return times.isEmpty() ? List.of() : at(times);
    }

    private List<Long> times(long from, long to) throws SQLException {
        String hashes = keys.stream()
                .map(key -> Long.toString(EventTable.hash(key)))
                .collect(Collectors.joining(",", "[", "]"));
        return Sql.list(
                connection,
                ("SELECT DISTINCT epoch_us(time) AS moment FROM %s WHERE time BETWEEN make_timestamp(%d)"
                                + " AND make_timestamp(%d) AND list_has_any(entity_hashes, %s::BIGINT[]) ORDER BY moment LIMIT %d")
                        .formatted(events("time, entity_hashes", from, to), from, to, hashes, limit),
                row -> row.getLong(1));
    }

    private List<Sighting> at(List<Long> times) throws SQLException {
        String list = times.stream().map("make_timestamp(%d)"::formatted).collect(Collectors.joining(","));
        return Sql.list(
                connection,
                "SELECT event_id, epoch_us(time), format, operation, raw, ocsf FROM %s WHERE time IN (%s)"
                                .formatted(
                                        events(
                                                "event_id, time, format, operation, raw, ocsf, entity_keys",
                                                times.getFirst(),
                                                times.getLast()),
                                        list)
                        + " AND list_has_any(entity_keys, " + Sql.texts(keys) + ") ORDER BY time, event_id LIMIT "
                        + limit,
                row -> new Sighting(
                        row.getString(1),
                        EventTable.instant(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    private String events(String columns, long from, long to) throws SQLException {
        List<String> files = Catalogue.within(connection, from, to);
        String buffer = "SELECT " + columns + " FROM buffer";
        return files.isEmpty()
                ? "(" + buffer + ")"
                : "(" + buffer + " UNION ALL SELECT " + columns + " FROM " + Sql.files(files) + ")";
    }
}
