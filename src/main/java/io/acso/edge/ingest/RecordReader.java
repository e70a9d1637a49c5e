package io.acso.edge.ingest;

import io.acso.domain.event.Event;
import java.io.InputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a file or stream without taking them in: the same containers, compression and formats as
 * {@link Ingest}, one record at a time.
 */
public final class RecordReader {

    private final RecordSplitter splitter;
    private final InstantSource clock;

    /** @param input read once, in bounded memory; closed by the caller */
    public RecordReader(InputStream input, InstantSource clock) {
        this.splitter = new RecordSplitter(Decompression.open(input, null), IngestLimits.DEFAULT);
        this.clock = clock;
    }

    /** One record of the input, counted from 0. */
    public sealed interface Found {

        long index();

        record Readable(long index, Event event) implements Found {}

        /** {@code line} counts from 1. */
        record Unreadable(long index, long line, String reason) implements Found {}
    }

    /** The next record; null at the end, of which {@link #cutShort} tells whether it was the true one. */
    public @Nullable Found next() {
        Fragment fragment = splitter.next();
        if (fragment == null) {
            return null;
        }
        long index = fragment.number() - 1;
        try {
            return new Found.Readable(
                    index, Ingest.event(EventFormats.BUILT_IN, fragment, new Arrival(clock.instant())));
        } catch (UnreadableRecord e) {
            return new Found.Unreadable(index, fragment.line(), String.valueOf(e.getMessage()));
        }
    }

    /** Why the rest could not be read, such as a truncated gzip; null when the end was the true one. */
    public @Nullable String cutShort() {
        return splitter.failure();
    }
}
