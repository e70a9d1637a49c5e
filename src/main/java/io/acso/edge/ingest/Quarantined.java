package io.acso.edge.ingest;

import io.acso.domain.kernel.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read.
 *
 * @param id begins with the day it came, {@code 20260131-…}; the same record on the same day is the same
 * @param reason what is wrong with it, for people
 * @param origin who sent it and where in the input it stood
 * @param time when it came
 * @param size its length in bytes
 * @param excerpt its first bytes as text
 * @param body where the whole of it is kept; null when the excerpt is all of it, or when it was too large
 */
public record Quarantined(
        String id,
        String reason,
        String origin,
        Instant time,
        long size,
        String excerpt,
        @Nullable Digest body) {}
