package io.acso.edge.ingest;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an input. Everything that it counts is durable.
 *
 * @param accepted events that are new
 * @param duplicates events that were known already
 * @param quarantined records that could not be read and are kept in the quarantine
 * @param rejections the first few of those
 * @param cutShort why the rest of the input was not read, such as a truncated gzip; null when all was
 * @param retryAfter how long to wait before sending the same input again, because the journal is full;
 *     null when it is not. What was accepted before counts as a duplicate then.
 */
public record Receipt(
        int accepted,
        int duplicates,
        int quarantined,
        List<Rejection> rejections,
        @Nullable String cutShort,
        @Nullable Duration retryAfter) {

    public Receipt {
        rejections = List.copyOf(rejections);
    }

    /** Whether every record of the input became an event, now or before. */
    public boolean complete() {
        return quarantined == 0 && cutShort == null && retryAfter == null;
    }
}
