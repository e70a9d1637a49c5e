package io.acso.platform.journal.shared;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.acso.domain.event.Event;
import io.acso.domain.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Events as one row holds them: a JSON array, compressed with zstd. */
public record EncodedBatch(List<Event> events, byte[] body) {

    /** Of the JSON shape; {@link #decode} reads this one and every earlier one. */
    public static final int SCHEMA_VERSION = 1;

    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_CHARS = 4 * 1024 * 1024;
    private static final int MOST_BYTES = 128 * 1024 * 1024;
    private static final int LEVEL = 1;

    public static EncodedBatch of(List<Event> events) {
        return new EncodedBatch(events, Zstd.compress(Json.bytes(events), LEVEL));
    }

    /** Rows small enough that a reader decodes one at a time without harm. */
    public static List<EncodedBatch> split(List<Event> events) {
        List<EncodedBatch> rows = new ArrayList<>();
        int start = 0;
        long chars = 0;
        for (int i = 0; i < events.size(); i++) {
            chars += size(events.get(i));
            if (i + 1 - start == MOST_EVENTS || chars >= MOST_CHARS || i + 1 == events.size()) {
                rows.add(of(events.subList(start, i + 1)));
                start = i + 1;
                chars = 0;
            }
        }
        return rows;
    }

    /** @throws DamagedBatch when the body is not what was written */
    public static List<Event> decode(int schemaVersion, byte[] body) throws DamagedBatch {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new DamagedBatch(
                    "batch of schema %d, this version reads up to %d: run the newer ACSO that wrote it"
                            .formatted(schemaVersion, SCHEMA_VERSION),
                    null);
        }
        try {
            long size = Zstd.getFrameContentSize(body);
            if (size <= 0 || size > MOST_BYTES) {
                throw new DamagedBatch("not a compressed batch", null);
            }
            return List.of(Json.read(Zstd.decompress(body, (int) size), Event[].class));
        } catch (ZstdException | JacksonException e) {
            throw new DamagedBatch(String.valueOf(e.getMessage()), e);
        }
    }

    public static long size(Event event) {
        return event.raw().length() + (long) event.ocsf().length();
    }
}
