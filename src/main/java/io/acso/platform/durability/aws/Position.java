package io.acso.platform.durability.aws;

import io.acso.domain.kernel.Digest;
import io.acso.platform.durability.Key;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where an entry stands in an index, and cursors, which are positions in a form that fits into an address. */
final class Position {

    /** Keys hold no control characters. */
    private static final String SEPARATOR = "\u001f";

    /** After every text that begins alike. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final int MAX_SORT_BYTES = 1024;
    private static final int KEPT_CHARS = 240;

    private Position() {}

    static String partition(String index, String partition) {
        return index + SEPARATOR + partition;
    }

    /** Orders by the sort key in the index and then by record, so that no two are equal. */
    static String in(String sort, Key record) {
        String position = sort + SEPARATOR + record.partition() + SEPARATOR + record.sort();
        if (position.getBytes(StandardCharsets.UTF_8).length <= MAX_SORT_BYTES) {
            return position;
        }
        // Too long for DynamoDB: the order of what begins alike for so long is that of hashes.
        return whole(sort) + SEPARATOR + Digest.ofParts(position).hex();
    }

    private static String whole(String sort) {
        int end = Math.min(sort.length(), KEPT_CHARS);
        return end > 0 && Character.isHighSurrogate(sort.charAt(end - 1))
                ? sort.substring(0, end - 1)
                : sort.substring(0, end);
    }

    /** The positions that a query looks at, both ends included. */
    record Range(String from, String to) {
        static Range of(String prefix, boolean descending, @Nullable String cursor) {
            String from = prefix.isEmpty() ? "\u0001" : prefix;
            String to = prefix + LAST;
            if (cursor == null) {
                return new Range(from, to);
            }
            String last = decoded(cursor);
            return descending ? new Range(from, last) : new Range(last, to);
        }
    }

    static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a cursor: '" + cursor + "'; begin without one", e);
        }
    }
}
