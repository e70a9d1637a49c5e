package io.acso.edge.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the splitter cut out: the bytes of one record.
 *
 * @param bytes the record, or its first bytes when it is too large to keep
 * @param size how long it was
 * @param json a JSON value, else a line of text
 * @param number counts the records, from 1
 * @param line where it begins, from 1
 * @param problem why it cannot be a record; null when it may be one
 */
record Fragment(
        byte[] bytes,
        long size,
        boolean json,
        long number,
        long line,
        @Nullable String problem) {

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean whole() {
        return size == bytes.length;
    }
}
