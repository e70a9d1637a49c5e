package io.acso.platform.lake.embedded;

import io.acso.platform.lake.Lake.Sighting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds events by entity in two steps, within one transaction: the times of the hits from the indexes,
 * then the rows at those times, which lets DuckDB skip nearly all of the files.
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
        String within = " WHERE time BETWEEN make_timestamp(%d) AND make_timestamp(%d) AND ".formatted(from, to);
        String buffer = "SELECT time FROM buffer" + within + isTouching();
        List<String> indexes = Catalogue.within(connection, from, to).stream()
                .map(ParquetFile::keysOf)
                .toList();
        String all = indexes.isEmpty()
                ? buffer
                : buffer + " UNION ALL SELECT time FROM " + Sql.files(indexes) + within + KeyIndex.isAnyOf(keys);
        return Sql.list(
                connection,
                "SELECT DISTINCT epoch_us(time) AS moment FROM (" + all + ") ORDER BY moment LIMIT " + limit,
                row -> row.getLong(1));
    }

    private String isTouching() {
        return "list_has_any(entity_keys, " + Sql.texts(keys) + ")";
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
                        + " AND " + isTouching() + " ORDER BY time, event_id LIMIT " + limit,
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
