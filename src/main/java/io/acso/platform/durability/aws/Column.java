package io.acso.platform.durability.aws;

import io.acso.platform.durability.Commit;

/**
 * Names in the table. Records lie under their own keys; the other kinds under partitions that begin with a control
 * character, which a key may not hold.
 */
final class Column {

    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String BODY = "body";

    /** When DynamoDB may delete the item, in seconds since 1970. */
    static final String TTL = "ttl";

    // Records.
    static final String VERSION = "version";
    static final String SCHEMA = "schema";
    static final String INDEXES = "indexes";
    static final String EXPIRES = "expires";

    // Messages and timers.
    /** Where a message stands in its queue, or a timer in time; absent once the message is handled. */
    static final String PLACE = "place";
    /** Where a living message of a group stands in it. */
    static final String LINE = "line";

    static final String QUEUE = "queue";
    static final String TYPE = "type";
    static final String GROUP = "grp";
    static final String PRIORITY = "priority";
    static final String CORRELATION = "correlation";
    static final String TRACE = "trace";
    static final String SENT = "sent";
    /** When it can be received: the end of its lease or of its backoff. */
    static final String AT = "at";

    static final String ATTEMPTS = "attempts";
    static final String RECEIPT = "receipt";
    static final String CAUSE = "cause";
    static final String SINCE = "since";
    /** When it was handled. */
    static final String DONE = "done";

    static final String NEXT = "next";
    static final String OWNER = "owner";

    /** The local index of {@link #PLACE}. */
    static final String BY_PLACE = "by-place";
    /** The local index of {@link #LINE}. */
    static final String BY_LINE = "by-line";

    /** A record's entries in indexes lie in as many global ones. */
    static final int SLOTS = Commit.MAX_INDEXES;

    private Column() {}

    static String index(int slot) {
        return "index-" + slot;
    }

    static String indexPartition(int slot) {
        return "i" + slot + "pk";
    }

    static String indexSort(int slot) {
        return "i" + slot + "sk";
    }

    static String queue(String name) {
        return "\u0001queue\u001f" + name;
    }

    static final String TIMERS = "\u0001timers";
    static final String PENDING_LEAVES = "\u0001leaves-pending";
    static final String QUEUES = "\u0001queues";
    static final String SYSTEM = "\u0001system";

    /** Leaves lie in chunks, since all items of one partition are at most 10 GB in a table with local indexes. */
    static String leaves(long chunk) {
        return "\u0001leaves\u001f" + chunk;
    }
}
