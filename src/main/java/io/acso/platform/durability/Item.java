package io.acso.platform.durability;

import io.acso.domain.kernel.Json;
import java.util.Map;

/**
 * One durable record.
 *
 * @param version counts the writes, 1 after the first; 0 means not yet written
 * @param schemaVersion of the body's shape, chosen by its owner
 * @param body JSON
 * @param indexes where else it can be found: index name to the key there
 */
public record Item(Key key, long version, int schemaVersion, byte[] body, Map<String, Key> indexes) {

    public Item {
        indexes = Map.copyOf(indexes);
    }

    /** A record not yet written, its body the JSON of {@code value}. */
    public static Item of(String partition, String sort, int schemaVersion, Object value) {
        return new Item(new Key(partition, sort), 0, schemaVersion, Json.bytes(value), Map.of());
    }

    public Item indexed(Map<String, Key> where) {
        return new Item(key, version, schemaVersion, body, where);
    }

    /** The same record with another body, to be written at the version it was read. */
    public Item replacedBy(Object value) {
        return new Item(key, version, schemaVersion, Json.bytes(value), indexes);
    }

    public <T> T as(Class<T> type) {
        return Json.read(body, type);
    }
}
