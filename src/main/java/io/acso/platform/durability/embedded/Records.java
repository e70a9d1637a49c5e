package io.acso.platform.durability.embedded;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.acso.domain.kernel.Json;
import io.acso.platform.durability.Commit.Expect;
import io.acso.platform.durability.CommitConflict;
import io.acso.platform.durability.Item;
import io.acso.platform.durability.Key;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes records and their index entries, within the writer's transaction. */
final class Records {

    private static final int MOST_SWEPT = 500;

    /** What is stored under a key before it is written; version 0 when nothing is, or nothing that still counts. */
    private record Stored(long version, @Nullable String indexes) {
        static final Stored NOTHING = new Stored(0, null);
    }

    private Records() {}

    static void put(Session session, Item item, Expect expected, long now) throws SQLException {
        Key key = item.key();
        Stored stored = expect(session, key, expected, now);
        String indexes = item.indexes().isEmpty() ? null : Json.text(new Indexes(item.indexes()));
        session.update(
                """
                INSERT INTO record (partition, sort, version, schema_version, body, indexes, expires)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (partition, sort) DO UPDATE SET version = excluded.version,
                    schema_version = excluded.schema_version, body = excluded.body, indexes = excluded.indexes,
                    expires = excluded.expires""",
                key.partition(),
                key.sort(),
                stored.version + 1,
                item.schemaVersion(),
                item.body(),
                indexes,
                item.expires() == null ? null : Micros.of(item.expires()));
        if (!Objects.equals(indexes, stored.indexes)) {
            removeEntries(session, key, stored);
            addEntries(session, item);
        }
    }

    static void delete(Session session, Key key, Expect expected, long now) throws SQLException {
        remove(session, key, expect(session, key, expected, now));
    }

    private static void remove(Session session, Key key, Stored stored) throws SQLException {
        session.update("DELETE FROM record WHERE partition = ? AND sort = ?", key.partition(), key.sort());
        removeEntries(session, key, stored);
    }

    private record Expired(Key key, Stored stored) {}

    /** Removes records that have expired, some at a time. */
    static void sweep(Session session, long now) throws SQLException {
        List<Expired> expired = session.list(
                row -> new Expired(
                        new Key(row.getString(1), row.getString(2)), new Stored(row.getLong(3), row.getString(4))),
                "SELECT partition, sort, version, indexes FROM record WHERE expires <= ? ORDER BY expires LIMIT ?",
                now,
                MOST_SWEPT);
        for (Expired one : expired) {
            remove(session, one.key, one.stored);
        }
    }

    static Stored expect(Session session, Key key, Expect expected, long now) throws SQLException {
        Stored stored = session.first(
                        row -> new Stored(row.getLong(1), row.getString(2)),
                        "SELECT iif(expires <= ?, 0, version), indexes FROM record WHERE partition = ? AND sort = ?",
                        now,
                        key.partition(),
                        key.sort())
                .orElse(Stored.NOTHING);
        boolean holds = switch (expected) {
            case Expect.Absent() -> stored.version == 0;
            case Expect.Version(long version) -> stored.version == version;
            case Expect.Anything() -> true;
        };
        if (!holds) {
            throw new CommitConflict("record %s / %s is at version %d, expected %s"
                    .formatted(key.partition(), key.sort(), stored.version, expected));
        }
        return stored;
    }

    private static void addEntries(Session session, Item item) throws SQLException {
        for (Map.Entry<String, Key> index : item.indexes().entrySet()) {
            session.update(
                    "INSERT INTO index_entry (name, partition, position, record_partition, record_sort)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    index.getKey(),
                    index.getValue().partition(),
                    position(index.getValue(), item.key()),
                    item.key().partition(),
                    item.key().sort());
        }
    }

    private static void removeEntries(Session session, Key key, Stored stored) throws SQLException {
        for (Map.Entry<String, Key> index : indexes(stored.indexes).entrySet()) {
            session.update(
                    "DELETE FROM index_entry WHERE name = ? AND partition = ? AND position = ?",
                    index.getKey(),
                    index.getValue().partition(),
                    position(index.getValue(), key));
        }
    }

    /** Orders an index's partition by its sort key and then by record; keys hold no control characters. */
    private static String position(Key inIndex, Key record) {
        return inIndex.sort() + '\u001f' + record.partition() + '\u001f' + record.sort();
    }

    static Map<String, Key> indexes(@Nullable String stored) {
        return stored == null ? Map.of() : Json.read(stored, Indexes.class).keys();
    }

    /** The stored form of an item's indexes. */
    private record Indexes(@JsonValue Map<String, Key> keys) {
        @JsonCreator
        private Indexes {}
    }
}
