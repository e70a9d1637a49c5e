package io.acso.platform.journal.embedded;

import io.acso.platform.journal.shared.EncodedBatch;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Batches lately appended or decoded, so that a reader at the end of the stream decodes nothing and one that
 * reads in small slices decodes each batch once.
 */
final class RecentBatches {

    private static final int MOST_BATCHES = 64;
    private static final long MOST_CHARS = 32L * 1024 * 1024;

    private final Deque<Batch> newestFirst = new ArrayDeque<>();
    private long chars;

    synchronized void put(Batch batch) {
        newestFirst.addFirst(batch);
        chars += size(batch);
        while (newestFirst.size() > 1 && (newestFirst.size() > MOST_BATCHES || chars > MOST_CHARS)) {
            chars -= size(newestFirst.removeLast());
        }
    }

    synchronized @Nullable Batch containing(long position) {
        for (Batch batch : newestFirst) {
            if (batch.contains(position)) {
                return batch;
            }
        }
        return null;
    }

    private static long size(Batch batch) {
        return batch.events().stream().mapToLong(EncodedBatch::size).sum();
    }
}
