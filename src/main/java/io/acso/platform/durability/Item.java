package io.acso.platform.durability;

import io.acso.domain.kernel.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One durable record.
 *
 * @param version counts the writes, 1 after the first; 0 means not yet written
 * @param schemaVersion of the body's shape, chosen by its owner
 * @param body JSON
 * @param indexes where else it can be found: index name to the key there
 * @param expires from when on it is as if deleted, for reads and for expectations; null for never; to the microsecond. The space it
 *     takes is freed some time later.
 */
public record Item(
        Key key,
        long version,
        int schemaVersion,
        byte[] body,
        Map<String, Key> indexes,
        @Nullable Instant expires) {

    public Item {
        indexes = Map.copyOf(indexes);
    }

    /** A record that does not expire. */
    public Item(Key key, long version, int schemaVersion, byte[] body, Map<String, Key> indexes) {
        this(key, version, schemaVersion, body, indexes, null);
    }

    /** A record not yet written, its body the JSON of {@code value}. */
    public static Item of(String partition, String sort, int schemaVersion, Object value) {
        return new Item(new Key(partition, sort), 0, schemaVersion, Json.bytes(value), Map.of());
    }

    public Item indexed(Map<String, Key> where) {
        return new Item(key, version, schemaVersion, body, where, expires);
    }

    public Item expiring(Instant when) {
        return new Item(key, version, schemaVersion, body, indexes, when);
    }

    /** The same record with another body, to be written at the version it was read. */
    public Item replacedBy(Object value) {
        return withBody(schemaVersion, Json.bytes(value));
    }

    /** The same record with other bytes, all else as it is. */
    public Item withBody(int itsSchemaVersion, byte[] bytes) {
        return new Item(key, version, itsSchemaVersion, bytes, indexes, expires);
    }

    /**
     * The body of a type that has had one shape so far.
     *
     * @throws UnknownShape when a newer version wrote it; a type that changed is read by its {@link Shape}
     */
    public <T> T as(Class<T> type) {
        return Shape.first(type).read(this);
    }
}
