package io.acso.platform.durability.embedded;

import io.acso.platform.durability.Query;
import io.acso.platform.durability.embedded.SqliteRecordStore.Cursor;

/** The positions that a query may still return, from one inclusive to one exclusive, as SQL parameters. */
record Range(String from, Object to) {

    /** SQLite sorts every blob after every text. */
    private static final Object END = new byte[0];

    static Range of(Query query) {
        String cursor = query.cursor() == null ? "" : Cursor.position(query.cursor());
        Object end = after(query.sortPrefix());
        if (cursor.isEmpty()) {
            return new Range(query.sortPrefix(), end);
        }
        // The zero character makes the smallest text beyond the cursor.
        return query.descending() ? new Range(query.sortPrefix(), cursor) : new Range(cursor + '\0', end);
    }

    /** The first position beyond all that begin with the prefix, in the order of code points, which is UTF-8's. */
    private static Object after(String prefix) {
        if (prefix.isEmpty()) {
            return END;
        }
        int last = prefix.codePointBefore(prefix.length());
        String rest = prefix.substring(0, prefix.length() - Character.charCount(last));
        if (last == Character.MAX_CODE_POINT) {
            return after(rest);
        }
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return rest + Character.toString(next);
    }
}
