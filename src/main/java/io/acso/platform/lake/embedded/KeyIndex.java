package io.acso.platform.lake.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Beside each file of events, the times at which each entity was touched: (hash of the key, time), sorted by
 * hash, in Parquet too. A look-up reads a few kilobytes where a search through the lists of keys would read
 * them all. It follows from the events alone, so a lost one is made again.
 */
final class KeyIndex {

    private static final String PARQUET = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192";

    private KeyIndex() {}

    static void write(Connection connection, Path events, Path written) throws SQLException {
        Sql.run(
                connection,
                ("COPY (SELECT md5_number_lower(key) AS hash, time FROM"
                                + " (SELECT unnest(entity_keys) AS key, time FROM %s) ORDER BY hash, time) TO %s (%s)")
                        .formatted(Sql.files(List.of(events)), Sql.text(written), PARQUET));
    }

    /** A condition on {@code hash}. MD5 spreads keys evenly, which is all that is asked of it. */
    static String isAnyOf(Collection<String> keys) {
        return keys.stream()
                .map(key -> "md5_number_lower(" + Sql.text(key) + ")")
                .collect(Collectors.joining(",", "hash IN (", ")"));
    }
}
