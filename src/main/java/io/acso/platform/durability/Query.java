package io.acso.platform.durability;

import org.jspecify.annotations.Nullable;

/**
 * Which records of one partition to read, of the table or of an index.
 *
 * @param index an index's name; null reads the records themselves. An index may lag behind a commit.
 * @param sortPrefix only sort keys that begin so; empty for all
 * @param descending newest sort key first
 * @param cursor where the page before ended, from {@link Page#next}
 */
public record Query(
        @Nullable String index,
        String partition,
        String sortPrefix,
        boolean descending,
        int limit,
        @Nullable String cursor) {

    public static Query partition(String partition) {
        return new Query(null, partition, "", false, 100, null);
    }

    public static Query index(String index, String partition) {
        return new Query(index, partition, "", false, 100, null);
    }

    public Query prefix(String prefix) {
        return new Query(index, partition, prefix, descending, limit, cursor);
    }

    public Query newestFirst() {
        return new Query(index, partition, sortPrefix, true, limit, cursor);
    }

    public Query limit(int most) {
        return new Query(index, partition, sortPrefix, descending, most, cursor);
    }

    public Query after(@Nullable String from) {
        return new Query(index, partition, sortPrefix, descending, limit, from);
    }
}
