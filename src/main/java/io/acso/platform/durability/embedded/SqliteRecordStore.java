package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import io.acso.platform.durability.Page;
import io.acso.platform.durability.Query;
import io.acso.platform.durability.RecordStore;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records and index entries; both are ranges of one sorted column within a partition. */
final class SqliteRecordStore implements RecordStore {

    private static final String COLUMNS =
            "r.partition, r.sort, r.version, r.schema_version, r.body, r.indexes, r.expires";

    private static final String ALIVE = " AND (r.expires IS NULL OR r.expires > ?)";

    private static final String RECORDS = "SELECT " + COLUMNS + ", r.sort AS position FROM record r"
            + " WHERE r.partition = ? AND r.sort >= ? AND r.sort < ?" + ALIVE + " ORDER BY r.sort";

    private static final String ENTRIES = "SELECT " + COLUMNS + ", e.position FROM index_entry e JOIN record r"
            + " ON r.partition = e.record_partition AND r.sort = e.record_sort"
            + " WHERE e.name = ? AND e.partition = ? AND e.position >= ? AND e.position < ?" + ALIVE
            + " ORDER BY e.position";

    private final Readers readers;
    private final @Nullable LaggingIndex lagging;
    private final InstantSource clock;

    SqliteRecordStore(Readers readers, @Nullable LaggingIndex lagging, InstantSource clock) {
        this.readers = readers;
        this.lagging = lagging;
        this.clock = clock;
    }

    @Override
    public Optional<Item> get(Key key) {
        return readers.read(session -> session.first(
                SqliteRecordStore::item,
                "SELECT " + COLUMNS + " FROM record r WHERE r.partition = ? AND r.sort = ?" + ALIVE,
                key.partition(),
                key.sort(),
                now()));
    }

    @Override
    public Page<Item> query(Query query) {
        if (query.limit() < 1) {
            throw new IllegalArgumentException("a query's limit is at least 1, not " + query.limit());
        }
        LaggingIndex late = lagging;
        return readers.read(session -> query.index() != null && late != null
                ? late.read(snapshot -> page(snapshot, query, now()))
                : page(session, query, now()));
    }

    private long now() {
        return Micros.of(clock.instant());
    }

    private static Page<Item> page(Session session, Query query, long now) throws SQLException {
        Range range = Range.of(query);
        String end = query.descending() ? " DESC LIMIT ?" : " LIMIT ?";
        long most = query.limit() + 1L;
        String partition = query.partition();
        List<Found> found = query.index() == null
                ? session.list(Found::read, RECORDS + end, partition, range.from(), range.to(), now, most)
                : session.list(
                        Found::read, ENTRIES + end, query.index(), partition, range.from(), range.to(), now, most);
        boolean more = found.size() > query.limit();
        List<Found> page = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                page.stream().map(Found::item).toList(),
                more ? Cursor.of(page.getLast().position()) : null);
    }

    /** An item and its place in the order of the query. */
    private record Found(Item item, String position) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(SqliteRecordStore.item(row), row.getString(8));
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new Key(row.getString(1), row.getString(2)),
                row.getLong(3),
                row.getInt(4),
                row.getBytes(5),
                Records.indexes(row.getString(6)),
                expires(row));
    }

    private static @Nullable Instant expires(ResultSet row) throws SQLException {
        long micros = row.getLong(7);
        return row.wasNull() ? null : Micros.instant(micros);
    }

    /** Cursors are the last position read, in a form that fits into an address. */
    static final class Cursor {

        private Cursor() {}

        static String of(String position) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
        }

        static String position(String cursor) {
            try {
                return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("not a cursor: '" + cursor + "'; begin without one", e);
            }
        }
    }
}
